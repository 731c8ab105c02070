package org.midex.tabular.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.midex.model.io.GzipGuard;
import org.midex.model.io.HardenedXml;
import org.midex.model.io.SingleByte;

/**
 * Looks through a workbook before a library opens it: number, names and true sizes of its parts,
 * document types, what exceeds {@link SheetLimits}. Notes which cells are merged, which the library
 * does not tell.
 */
final class WorkbookCheck {
  static final int MAX_PARTS = 2_000;
  private static final long MAX_TOTAL = 2L << 30;

  /** Texts shared by the cells are held in memory. */
  private static final long MAX_SHARED_TEXTS = 256L << 20;

  /** Merged ranges of one sheet that are remembered; one more shows that there are more. */
  static final int MAX_MERGED = 1_000;

  /** Drawings nest deeper than messages. */
  private static final XMLInputFactory FACTORY = HardenedXml.factory(256);

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private long total;
  private final Map<String, String> sheets = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, List<String>> merged = new HashMap<>();

  private WorkbookCheck() {}

  /**
   * Checks a workbook.
   *
   * @throws BadTableException when it is none or exceeds a limit
   */
  static WorkbookCheck of(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      try {
        WorkbookCheck check = new WorkbookCheck();
        check.check(zip);
        return check;
      } catch (BadTableException e) {
        throw zip.getEntry("xl/workbook.xml") == null ? e : e.ofWorkbook();
      }
    } catch (ZipException e) {
      throw new BadTableException("The workbook is damaged: " + e.getMessage());
    }
  }

  private void check(ZipFile zip) throws IOException {
    if (zip.size() > MAX_PARTS) {
      throw new BadTableException("The workbook has more than " + MAX_PARTS + " parts");
    }
    Set<String> names = new HashSet<>();
    for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
      ZipEntry part = parts.nextElement();
      if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
        throw new BadTableException("The workbook has the part " + part.getName() + " twice");
      }
      try (InputStream in = new Inflating(zip.getInputStream(part), part)) {
        check(part.getName(), in);
      }
    }
  }

  private void check(String name, InputStream in) throws IOException {
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return;
    }
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      SheetLimits limits = new SheetLimits();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new BadTableException("The workbook's part " + name + " has a document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          limits.start(xml);
          look(name, xml);
        }
      }
    } catch (XMLStreamException e) {
      BadTableException bad = BadTableException.within(e);
      if (bad == null && e.getNestedException() != null) {
        bad = BadTableException.within(e.getNestedException());
      }
      throw bad != null
          ? bad
          : new BadTableException("The workbook's part " + name + " is no well-formed XML");
    }
  }

  private void look(String part, XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "mergeCell" -> {
        List<String> ranges = merged.computeIfAbsent(part, p -> new ArrayList<>());
        String range = xml.getAttributeValue(null, "ref");
        if (range != null && ranges.size() <= MAX_MERGED) {
          ranges.add(range);
        }
      }
      case "sheet" -> {
        String name = xml.getAttributeValue(null, "name");
        String id = xml.getAttributeValue(RELATIONSHIPS, "id");
        if (name != null && id != null && part.endsWith("workbook.xml")) {
          sheets.put(name, id);
        }
      }
      case "Relationship" -> {
        String id = xml.getAttributeValue(null, "Id");
        String target = xml.getAttributeValue(null, "Target");
        if (id != null && target != null && part.endsWith("workbook.xml.rels")) {
          targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
      default -> {}
    }
  }

  /**
   * Ranges of a sheet's cells that are merged, such as {@code A3:A7}; at most one more than {@link
   * #MAX_MERGED}.
   */
  List<String> merged(String sheet) {
    String id = sheets.getOrDefault(sheet, "");
    return merged.getOrDefault(targets.getOrDefault(id, ""), List.of());
  }

  /** Counts what really comes out of a part: the sizes that the archive states may lie. */
  private final class Inflating extends FilterInputStream {
    private final ZipEntry part;
    private long size;

    Inflating(InputStream in, ZipEntry part) {
      super(in);
      this.part = part;
    }

    @Override
    public int read() throws IOException {
      return SingleByte.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      size += Math.max(read, 0);
      total += Math.max(read, 0);
      boolean swells =
          size > GzipGuard.FREE && size / GzipGuard.RATIO > Math.max(1, part.getCompressedSize());
      if (swells
          || total > MAX_TOTAL
          || (size > MAX_SHARED_TEXTS && part.getName().endsWith("sharedStrings.xml"))) {
        throw new BadTableException("The workbook's part " + part.getName() + " is too large");
      }
      return read;
    }
  }
}
