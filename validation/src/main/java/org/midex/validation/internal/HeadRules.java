package org.midex.validation.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Extension;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * The rules on what stands before the rows: MDX-V50, and codes of open lists. Closed lists belong
 * to the head's structure, which the reader judges.
 */
public final class HeadRules {
  private final Catalogue catalogue;
  private final Reporter reporter;

  public HeadRules(Catalogue catalogue, Reporter reporter) {
    this.catalogue = catalogue;
    this.reporter = reporter;
  }

  public void check(MessageHead head) {
    UnknownCodes unknown = new UnknownCodes(catalogue, head);
    checkEdition(head);
    checkExtensions(head);
    checkRounding(head);
    SharingFitsClassification.check(catalogue, head, reporter);
    checkCodes(head.header(), catalogue.type("Header"), unknown);
    RowType type = head.type();
    if (type != null) {
      if (type.kind() == RowType.Kind.OBSERVATION) {
        UnitIsOfTheTheme.checkDataset(type, head, reporter);
      }
      for (Field field : type.datasetFields()) {
        String text = head.attributes().get(field.name());
        if (text != null) {
          checkCode(field, text, unknown);
        }
      }
    }
  }

  private void checkEdition(MessageHead head) {
    String edition = head.header().first("Edition").orElse(null);
    if (edition != null
        && Lexical.matches(ValueType.of(ValueType.Kind.DATE), edition)
        && catalogue.edition().known().stream()
            .map(LocalDate::toString)
            .noneMatch(edition::equals)) {
      String known =
          catalogue.edition().known().stream()
              .map(LocalDate::toString)
              .collect(Collectors.joining(", "));
      reporter.onHead(
          new Problem("MDX-V50", "Edition", Map.of("value", edition)),
          edition,
          () -> null,
          () -> Map.of("known", known));
    }
  }

  /** What an extension says of its parts is not known without it. */
  private void checkExtensions(MessageHead head) {
    String loaded = catalogue.extension().map(Extension::label).orElse("—");
    for (Node named : head.header().children()) {
      String label = named.text();
      if (named.name().equals("Extension") && label != null && !label.equals(loaded)) {
        reporter.onHead(
            new Problem("MDX-S19", "Extension", Map.of("value", label)),
            label,
            () -> null,
            () -> Map.of("known", loaded));
        reporter.incomplete();
      }
    }
  }

  /** A method that depends on a base needs one that it can round to. */
  private void checkRounding(MessageHead head) {
    Rounding rounding = Rounding.of(head, 0);
    String method = head.header().first("Rounding", "Method").orElse("");
    if (rounding.needsBase() && rounding.baseIsUseless()) {
      String base = head.header().first("Rounding", "Base").orElse("—");
      reporter.onHead(
          Problem.of("MDX-V53", "Rounding"), method, () -> null, () -> Map.of("base", base));
    }
  }

  private void checkCodes(Node node, RowType type, UnknownCodes unknown) {
    for (Node child : node.children()) {
      Field field = type.find(child.name()).orElse(null);
      String text = child.text();
      if (field == null) {
        continue;
      }
      RowType component = field.type().component();
      if (component != null) {
        checkCodes(child, component, unknown);
      } else if (text != null) {
        checkCode(field, text, unknown);
      }
    }
  }

  private void checkCode(Field field, String text, UnknownCodes unknown) {
    CodeList list = field.type().list();
    if (list != null
        && list.open()
        && list.indexOf(text) < 0
        && Lexical.matchesPattern(field.type(), text)) {
      UnknownCodes.Fault fault = unknown.fault(field, list, text);
      reporter.onHead(fault.problem(), text, fault.suggestion(), fault::details);
    }
  }
}
