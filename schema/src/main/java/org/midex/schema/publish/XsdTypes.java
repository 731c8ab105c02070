package org.midex.schema.publish;

import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * The simple types that a set of schemas needs. All are restrictions of {@code xs:string}, which
 * keeps white space, so that a value has one lexical form: {@code xs:decimal} and the like would
 * allow {@code +007}.
 */
final class XsdTypes {
  /** Forms of value first, then code lists, each in the order of their names. */
  private final SortedMap<String, ValueType> used =
      new TreeMap<>(Comparator.comparing((String n) -> n.startsWith("CL_")).thenComparing(n -> n));

  /** Name of the type of a field's values; the type is remembered as used. */
  String use(ValueType type) {
    RowType component = type.component();
    if (component != null) {
      return component.id();
    }
    String name = name(type);
    used.putIfAbsent(name, type);
    return name;
  }

  void use(Iterable<Field> fields) {
    fields.forEach(f -> use(f.type()));
  }

  private static String name(ValueType type) {
    CodeList list = type.list();
    return switch (type.kind()) {
      case CODE -> list == null ? "Code" : list.id();
      case AMOUNT -> "Amount" + type.scale();
      case PERIOD -> "Period" + letters(type);
      default -> {
        String kind = type.kind().name();
        yield kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT);
      }
    };
  }

  /** The frequencies' letters; nothing when all are allowed. */
  private static String letters(ValueType type) {
    return type.frequencies().size() == Frequency.values().length
        ? ""
        : type.frequencies().stream().sorted().map(Frequency::name).collect(Collectors.joining());
  }

  /** Writes every type that was used. */
  void write(XmlText xsd) {
    used.forEach((name, type) -> write(xsd, name, type));
  }

  private static void write(XmlText xsd, String name, ValueType type) {
    CodeList list = type.list();
    xsd.open("xs:simpleType", "name", name);
    Xsd.document(xsd, list == null ? meaning(type) : list.name() + ". " + list.definition());
    xsd.open("xs:restriction", "base", "xs:string");
    if (list != null && !list.open()) {
      list.codes().forEach(code -> enumeration(xsd, code));
    } else {
      facet(xsd, type);
    }
    xsd.close().close();
  }

  private static void facet(XmlText xsd, ValueType type) {
    String pattern = type.pattern();
    if (pattern == null) {
      xsd.empty("xs:minLength", "value", "1");
    } else {
      xsd.empty("xs:pattern", "value", pattern);
    }
  }

  private static void enumeration(XmlText xsd, Code code) {
    xsd.open("xs:enumeration", "value", code.id());
    Xsd.document(xsd, code.name());
    xsd.close();
  }

  private static String meaning(ValueType type) {
    return switch (type.kind()) {
      case COUNT -> "A whole number of at most 18 digits, without leading zeros or plus sign.";
      case AMOUNT ->
          "A decimal number of at most 18 digits, "
              + type.scale()
              + " of them after the point, without leading zeros or plus sign.";
      case PERIOD ->
          "A period of time; its form shows the frequency: "
              + Words.periods(type.frequencies())
              + ".";
      case DATE -> "A calendar day, such as 2024-03-31.";
      case INSTANT -> "A moment in UTC to the second, such as 2024-03-31T12:00:00Z.";
      case TEXT -> "Free text of at least one character.";
      case IDENTIFIER -> "An identifier without spaces, at most 64 characters.";
      case URN -> "A uniform resource name (RFC 8141), such as urn:uuid:….";
      case DIGEST -> "A SHA-256 digest in 64 lower-case hexadecimal digits.";
      case VERSION -> "A version of the standard, major.minor.";
      case BOOLEAN -> "true or false.";
      case CODE, COMPONENT ->
          throw new IllegalArgumentException("no simple type of its own: " + type.kind());
    };
  }
}
