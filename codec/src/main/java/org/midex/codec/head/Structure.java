package org.midex.codec.head;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.io.Limits;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.ValueType;

/**
 * Reports structural problems in one wording for all syntaxes. In a message of a newer minor
 * version an unknown part is no error but makes the verdict incomplete. Belongs to one reader.
 */
public final class Structure {
  private final Catalogue catalogue;
  private final FindingSink sink;

  /** What findings say of a type, made once. */
  private final IdentityHashMap<ValueType, Map<String, String>> expectations =
      new IdentityHashMap<>();

  private final Edition edition;
  private final Names names;
  private @Nullable String version;
  private boolean newer;

  public Structure(Catalogue catalogue, FindingSink sink) {
    this.catalogue = catalogue;
    this.sink = sink;
    this.edition = catalogue.edition();
    this.names = new Names(catalogue);
  }

  public FindingSink sink() {
    return sink;
  }

  /** Tells the version that the message states. */
  public void setVersion(@Nullable String version) {
    this.version = version;
    newer = edition.isOlderMinorThan(version);
  }

  /** Whether the message is of a newer minor version. */
  public boolean newer() {
    return newer;
  }

  /** Whether an element is a header or a payload that is known. */
  public boolean isPartOfMessage(@Nullable String namespace, String name) {
    return Canonical.NAMESPACE.equals(namespace)
        && (HeadReader.PARTS.contains(name) || catalogue.findTheme(name).isPresent());
  }

  /**
   * Counts the name of the element that the parser is at, when the standard does not have it.
   *
   * @throws MalformedMessageException when that is one too many; reported
   */
  public void countElement(XMLStreamReader xml, Location at) throws MalformedMessageException {
    requireFewNames(names.count(xml.getNamespaceURI(), xml.getLocalName()), at);
  }

  /**
   * Counts the names of its attributes likewise.
   *
   * @throws MalformedMessageException when there are too many names; reported
   */
  public void countAttributes(XMLStreamReader xml, Location at) throws MalformedMessageException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      requireFewNames(names.countAttribute(namespace, xml.getAttributeLocalName(i)), at);
    }
  }

  private void requireFewNames(boolean tooMany, Location at) throws MalformedMessageException {
    if (tooMany) {
      String limit = Integer.toString(Limits.UNKNOWN_NAMES);
      throw Xml.report(
          Problem.of("MDX-S04"), at, Map.of("what", "Unknown names", "limit", limit), sink);
    }
  }

  /**
   * An attribute that an element does not have.
   *
   * @param known those that it has, separated by commas
   */
  public void unknownAttribute(String name, String parent, String known, Location at) {
    if (newer) {
      unknownPart(name, at);
    } else {
      report("MDX-S08", name, at, null, Map.of("parent", parent, "known", known));
    }
  }

  public void missingAttribute(String name, String parent, Location at) {
    report("MDX-S09", name, at, null, Map.of("parent", parent));
  }

  public void unexpectedElement(String found, String expected, boolean known, Location at) {
    if (newer && !known) {
      unknownPart(found, at);
    } else {
      report("MDX-S06", found, at, null, Map.of("expected", expected, "found", found));
    }
  }

  public void missingElement(String name, String parent, Location at) {
    report("MDX-S07", name, at, null, Map.of("parent", parent));
  }

  public void unexpectedText(String text, String parent, Location at) {
    report("MDX-S10", parent, at, text.strip(), Map.of());
  }

  /** A value without its type's lexical form. */
  public void malformed(Field field, String value, Location at) {
    malformed(field.name(), field.type(), value, at);
  }

  /** A value of the head that is none of its type, unless a newer version may have it as a code. */
  void malformedInHead(String name, ValueType type, String value, Location at) {
    CodeList list = type.list();
    if (newer && list != null && !list.open()) {
      unknownPart(name, value, at);
    } else {
      malformed(name, type, value, at);
    }
  }

  /** A value without its type's lexical form. */
  private void malformed(String name, ValueType type, String value, Location at) {
    Occurrence occurrence =
        Occurrence.at(
            at,
            value,
            () -> Meant.of(catalogue, type, value).orElse(null),
            expectations.computeIfAbsent(type, t -> Map.of("expected", expected(t))));
    sink.report(Problem.of("MDX-S11", name), occurrence);
  }

  public void instanceAttribute(String name, String parent, Location at) {
    report("MDX-S12", name, at, null, Map.of("parent", parent));
  }

  public void unknownTheme(String name, Location at) {
    if (newer) {
      unknownPart(name, at);
    } else {
      report("MDX-S17", null, at, name, Map.of());
    }
  }

  public void noSuchDay(String field, String value, Location at) {
    report("MDX-S18", field, at, value, Map.of());
  }

  /** A text whose bytes are not UTF-8, in a syntax that goes on after it. */
  public void notUtf8(String field, Location at) {
    report("MDX-S02", null, at, null, Map.of("reason", "The text of " + field + " is no UTF-8"));
  }

  /** A field of a file's own Avro schema that is not as published. */
  public void schemaDiffers(String field, String expected, String found, Location at) {
    report("MDX-S16", field, at, null, Map.of("expected", expected, "found", found));
  }

  /** A part that only a newer version knows. */
  public void unknownPart(String name, Location at) {
    unknownPart(name, null, at);
  }

  private void unknownPart(String name, @Nullable String value, Location at) {
    report(
        "MDX-S14",
        name,
        at,
        value,
        Map.of("version", String.valueOf(version), "known", edition.standard()));
    sink.incomplete();
  }

  private void report(
      String rule,
      @Nullable String field,
      Location at,
      @Nullable String value,
      Map<String, String> details) {
    sink.report(new Problem(rule, field, Map.of()), Occurrence.at(at, value, details));
  }

  /** What a type's values look like, in examples that need no language. */
  public static String expected(ValueType type) {
    CodeList list = type.list();
    return switch (type.kind()) {
      case CODE -> list == null ? "" : list.withCodes();
      case COUNT -> "0, 125, -3";
      case AMOUNT -> "0." + "0".repeat(type.scale()) + ", 125." + "5".repeat(type.scale());
      case PERIOD ->
          type.frequencies().stream()
              .sorted()
              .map(Structure::example)
              .collect(Collectors.joining(", "));
      case DATE -> "2024-03-31";
      case INSTANT -> "2024-03-31T12:00:00Z";
      case TEXT -> "…";
      case IDENTIFIER -> "AT-BMI, unhcr.rds";
      case URN -> "urn:uuid:0b9c…";
      case DIGEST -> "64 × 0–9, a–f";
      case VERSION -> "1.0";
      case BOOLEAN -> "true, false";
      case COMPONENT -> "";
    };
  }

  private static String example(Frequency frequency) {
    return switch (frequency) {
      case A -> "2024";
      case S -> "2024-S1";
      case Q -> "2024-Q1";
      case M -> "2024-03";
      case W -> "2024-W05";
      case D -> "2024-03-31";
    };
  }
}
