package org.midex.tabular.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What no honest sheet exceeds: Excel's own limits for addresses, columns and formulas, and the
 * work that the library does for formulas that cells share.
 */
final class SheetLimits {
  /** Excel's own limit, in characters. */
  private static final int MAX_FORMULA = 8_192;

  /** A shared formula is rewritten for each cell, in time that grows with its square. */
  private static final long MAX_SHARED_WORK = 100_000_000_000L;

  /** Each cell is compared with each array formula above it. */
  private static final long MAX_ARRAY_WORK = 1_000_000_000L;

  private static final Pattern ADDRESS =
      Pattern.compile("([A-Z]{1,2}|[A-W][A-Z]{2}|X[A-F][A-D])[1-9]\\d{0,6}");

  private final Map<String, Integer> shared = new HashMap<>();
  private int columns;
  private long arrays;
  private long arrayWork;
  private long sharedWork;

  /** An element starts; a formula is read to its end. */
  void start(XMLStreamReader xml) throws XMLStreamException, BadTableException {
    switch (xml.getLocalName()) {
      case "row" -> columns = 0;
      case "c" -> cell(xml.getAttributeValue(null, "r"));
      case "f" -> formula(xml);
      default -> {}
    }
  }

  private void cell(@Nullable String address) throws BadTableException {
    if (address != null && !ADDRESS.matcher(address).matches()) {
      throw new BadTableException("No sheet has a cell " + Cells.shortened(address));
    }
    arrayWork += arrays;
    if (++columns > Table.MAX_COLUMNS) {
      throw new BadTableException("A row has more than " + Table.MAX_COLUMNS + " cells");
    }
    if (arrayWork > MAX_ARRAY_WORK) {
      throw new BadTableException("The sheet has too many array formulas");
    }
  }

  private void formula(XMLStreamReader xml) throws XMLStreamException, BadTableException {
    String type = xml.getAttributeValue(null, "t");
    String group = xml.getAttributeValue(null, "si");
    int length = xml.getElementText().length();
    if (length > MAX_FORMULA) {
      throw new BadTableException("A formula has more than " + MAX_FORMULA + " characters");
    }
    if ("array".equals(type)) {
      arrays++;
    }
    if (group != null) {
      long longest = shared.merge(group, length, Math::max);
      sharedWork += longest * longest;
    }
    if (sharedWork > MAX_SHARED_WORK) {
      throw new BadTableException("The sheet has too many long formulas that cells share");
    }
  }
}
