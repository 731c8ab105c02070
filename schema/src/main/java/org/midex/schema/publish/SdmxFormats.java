package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;

/** Writes what the values of a component look like: a code list, or a type with its facets. */
final class SdmxFormats {
  private static final int DIGITS = 18;

  private final SdmxArtefacts artefacts;
  private final SdmxMessage message;

  SdmxFormats(SdmxArtefacts artefacts, SdmxMessage message) {
    this.artefacts = artefacts;
    this.message = message;
  }

  /** Values of a dimension; {@code _T} and its like are explained where no code list does it. */
  void ofDimension(Field field) {
    if (field.type().kind() != ValueType.Kind.IDENTIFIER) {
      ofValue(field, true);
      return;
    }
    XmlText xml = message.xml();
    xml.open("str:TextFormat", facets(field.type(), true).toArray(String[]::new));
    sentinel(CodeList.TOTAL, "Not broken down", "ui.sdmx.total");
    sentinel(CodeList.UNKNOWN, "Unknown", "ui.sdmx.unknown");
    sentinel(CodeList.NOT_APPLICABLE, "Not applicable", "ui.sdmx.notApplicable");
    xml.close();
  }

  private void sentinel(String value, String name, String key) {
    message.xml().open("str:SentinelValue", "value", value);
    message.names(name, key);
    message.xml().close();
  }

  /**
   * @param negative whether numbers may be below zero
   */
  void ofValue(Field field, boolean negative) {
    XmlText xml = message.xml();
    CodeList list = field.type().list();
    if (list != null) {
      xml.leaf("str:Enumeration", artefacts.codeListUrn(list));
      return;
    }
    List<String> facets = facets(field.type(), negative);
    if (facets.contains("String") && !field.isKey()) {
      // SDMX's default is true, and dimensions must not say it
      facets.addAll(List.of("isMultiLingual", "false"));
    }
    xml.empty("str:TextFormat", facets.toArray(String[]::new));
  }

  /** Names and values in turn, the type first. */
  private static List<String> facets(ValueType type, boolean negative) {
    return switch (type.kind()) {
      case COUNT -> number("Long", 0, negative);
      case AMOUNT -> number("Decimal", type.scale(), negative);
      case PERIOD -> textType(period(type.frequencies()));
      case DATE -> textType("GregorianDay");
      case INSTANT -> textType("DateTime");
      case BOOLEAN -> textType("Boolean");
      case URN -> textType("URI");
      case IDENTIFIER, DIGEST, VERSION -> pattern(type);
      case TEXT -> textType("String", "minLength", "1");
      case CODE, COMPONENT -> throw new IllegalArgumentException("no text format: " + type.kind());
    };
  }

  private static List<String> number(String textType, int scale, boolean negative) {
    String most = "9".repeat(DIGITS - scale) + (scale == 0 ? "" : "." + "9".repeat(scale));
    List<String> facets =
        textType(textType, "minValue", negative ? "-" + most : "0", "maxValue", most);
    if (scale > 0) {
      facets.addAll(List.of("decimals", String.valueOf(scale)));
    }
    return facets;
  }

  private static List<String> pattern(ValueType type) {
    return textType("String", "pattern", String.valueOf(type.pattern()));
  }

  private static List<String> textType(String textType, String... facets) {
    List<String> all = new ArrayList<>(List.of("textType", textType));
    all.addAll(List.of(facets));
    return all;
  }

  /** The narrowest of SDMX's types of period that holds them all. */
  private static String period(Set<Frequency> frequencies) {
    if (frequencies.size() > 1) {
      return "ObservationalTimePeriod";
    }
    return switch (frequencies.iterator().next()) {
      case A -> "GregorianYear";
      case S -> "ReportingSemester";
      case Q -> "ReportingQuarter";
      case M -> "GregorianYearMonth";
      case W -> "ReportingWeek";
      case D -> "GregorianDay";
    };
  }
}
