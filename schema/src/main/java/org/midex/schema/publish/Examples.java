package org.midex.schema.publish;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/** Small messages that show the form. Codes are real, figures are made up. */
final class Examples {
  private static final String UUID = "urn:uuid:00000000-0000-4000-8000-000000000001";

  private final Edition edition;

  Examples(Catalogue catalogue) {
    this.edition = catalogue.edition();
  }

  /**
   * The smallest message of a theme: mandatory header elements and one observation, in canonical
   * form.
   */
  String message(RowType header, RowType theme) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<Message xmlns=\""
        + XsdPublisher.namespace(edition)
        + "\" version=\""
        + edition.standard()
        + "\" id=\""
        + UUID
        + "\">\n"
        + component("Header", header)
        + payload(theme)
        + "</Message>";
  }

  /** A dataset of one observation. */
  String payload(RowType theme) {
    return "<"
        + theme.id()
        + " action=\"Replace\""
        + theme.datasetFields().stream()
            .map(f -> attribute(f.name(), f.type().list() == null ? value(f) : code(theme, f, 0)))
            .collect(Collectors.joining())
        + ">\n"
        + observation(theme)
        + "\n</"
        + theme.id()
        + ">\n";
  }

  private String observation(RowType theme) {
    StringBuilder obs = new StringBuilder("<Obs");
    int areas = 0;
    for (Field field : theme.fields()) {
      boolean area =
          theme.theme().reporter().equals(field.name())
              || theme.theme().roles().containsValue(field.name());
      if (area) {
        areas++;
      }
      if (field.required() || field.role() == Field.Role.MEASURE) {
        obs.append(
            attribute(
                field.name(),
                field.type().list() == null ? value(field) : code(theme, field, area ? areas : 0)));
      }
    }
    return obs.append("/>").toString();
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }

  private String component(String element, RowType type) {
    StringBuilder xml = new StringBuilder("<" + element + ">\n");
    for (Field field : type.fields()) {
      RowType component = field.type().component();
      if (field.required() && component != null) {
        xml.append(component(field.name(), component));
      } else if (field.required()) {
        CodeList list = field.type().list();
        String value = list == null ? value(field) : plainCodes(list).get(0).id();
        xml.append("<" + field.name() + ">" + value + "</" + field.name() + ">\n");
      }
    }
    return xml.append("</" + element + ">\n").toString();
  }

  private String value(Field field) {
    ValueType type = field.type();
    return switch (type.kind()) {
      case COUNT -> "125";
      case AMOUNT -> "125." + "0".repeat(type.scale());
      case PERIOD ->
          Words.examplePeriod(type.frequencies().stream().sorted().findFirst().orElseThrow());
      case DATE -> edition.date().toString();
      case INSTANT -> edition.date() + "T12:00:00Z";
      case TEXT -> "…";
      case IDENTIFIER -> "STATISTICS";
      case URN -> UUID;
      case DIGEST -> "0".repeat(64);
      case VERSION -> edition.standard();
      case BOOLEAN -> "true";
      case CODE, COMPONENT -> throw new IllegalArgumentException(field.name());
    };
  }

  /**
   * The nth plain code for areas with a role; else the total where codes add up to it, else the
   * first plain code.
   */
  private static String code(RowType theme, Field field, int area) {
    CodeList list = field.type().list();
    if (list == null) {
      throw new IllegalArgumentException(theme.id() + "." + field.name() + " is not coded");
    }
    List<String> units = theme.theme().units();
    if (field.name().equals(RowType.UNIT_MEASURE) && !units.isEmpty()) {
      return units.get(0);
    }
    boolean addsUp =
        list.codes().stream()
            .anyMatch(c -> CodeList.TOTAL.equals(c.parent()) && !c.id().startsWith("_"));
    return area == 0 && addsUp ? CodeList.TOTAL : plainCodes(list).get(Math.max(0, area - 1)).id();
  }

  private static List<Code> plainCodes(CodeList list) {
    List<Code> named =
        list.codes().stream()
            .filter(c -> !c.id().startsWith("_") && !c.aggregate() && c.validTo() == null)
            .toList();
    List<Code> plain = orAll(named, c -> c.flags().isEmpty());
    return orAll(plain, c -> !c.provisional());
  }

  private static List<Code> orAll(List<Code> codes, Predicate<Code> wanted) {
    List<Code> found = codes.stream().filter(wanted).toList();
    return found.isEmpty() ? codes : found;
  }
}
