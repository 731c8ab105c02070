package org.midex.conformance.generator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * A message in the making and its canonical form, put together from texts: none of the library's
 * writers has a hand in it.
 */
final class Message {
  static final Catalogue CATALOGUE = Catalogue.standard();

  /** A part of the header: a leaf has a text, a group has parts. */
  private record Part(String name, String text, List<Part> parts) {
    static Part leaf(String name, String text) {
      return new Part(name, text, List.of());
    }
  }

  private static final List<String> PERIODS =
      List.of("2023", "2023-S1", "2023-Q1", "2023-01", "2023-W05", "2023-01-31");
  private static final Map<String, String> USUAL =
      Map.of("REF_AREA", "AUT", "ORIGIN_BASIS", "COB", "CURRENCY", "EUR");

  final RowType theme;
  String version = "1.0";
  String id;
  String action = "Replace";
  private final List<Part> header = new ArrayList<>();
  private final Map<String, String> attributes = new LinkedHashMap<>();
  final List<Map<String, String>> rows = new ArrayList<>();

  /**
   * @param seed makes the id
   */
  Message(String theme, String seed) {
    this.theme = CATALOGUE.theme(theme);
    id = "urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    head("Edition=" + CATALOGUE.edition().date());
    head("Prepared=2026-11-26T09:00:00Z");
    head("Sender: Area=AUT Authority=EXAMPLE-STATS");
    head("Receiver: Area=DEU Authority=EXAMPLE-MIN");
  }

  /**
   * Adds a part to the header: {@code Name=text}, or {@code Name: Part=text Part=text}; a part that
   * is there already and may be there once is replaced.
   */
  Message head(String what) {
    int colon = what.indexOf(": ");
    int equals = what.indexOf('=');
    boolean group = colon >= 0 && (equals < 0 || colon < equals);
    String name = what.substring(0, group ? colon : equals);
    if (CATALOGUE.type("Header").field(name).max() == 1) {
      header.removeIf(part -> part.name.equals(name));
    }
    header.add(
        group
            ? new Part(name, "", parts(Words.of(what.substring(colon + 2))))
            : Part.leaf(name, Words.unescape(what.substring(equals + 1))));
    return this;
  }

  Message without(String name) {
    header.removeIf(part -> part.name.equals(name));
    return this;
  }

  /** Of {@code Group/Part=text}, each Group begins anew with the part that it has already. */
  private static List<Part> parts(Map<String, String> texts) {
    List<Part> parts = new ArrayList<>();
    texts.forEach(
        (path, text) -> {
          int slash = path.indexOf('/');
          if (slash < 0) {
            parts.add(Part.leaf(path.replaceAll("#.*", ""), text));
            return;
          }
          String name = path.substring(0, slash);
          Part inner = Part.leaf(path.substring(slash + 1).replaceAll("#.*", ""), text);
          Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
          if (last == null
              || !last.name.equals(name)
              || last.parts.stream().anyMatch(p -> p.name.equals(inner.name))) {
            last = new Part(name, "", new ArrayList<>());
            parts.add(last);
          }
          last.parts.add(inner);
        });
    return parts;
  }

  Message attribute(String name, String text) {
    attributes.put(name, text);
    return this;
  }

  /**
   * Adds a row. What is not given is: Austria, 2023, total in every other dimension, the figure 10,
   * by birth, in euros; an empty text takes a field away.
   */
  Message row(Map<String, String> given) {
    Map<String, String> row = new LinkedHashMap<>();
    for (Field field : theme.fields()) {
      String text = given.containsKey(field.name()) ? given.get(field.name()) : usual(field);
      if (!text.isEmpty()) {
        row.put(field.name(), text);
      }
    }
    given.keySet().forEach(theme::field);
    rows.add(row);
    return this;
  }

  Message row(String given) {
    return row(Words.of(given));
  }

  private String usual(Field field) {
    return switch (field.role()) {
      case DIMENSION -> USUAL.getOrDefault(field.name(), usualCode(field));
      case TIME ->
          PERIODS.stream()
              .filter(period -> period.matches(String.valueOf(field.type().pattern())))
              .findFirst()
              .orElseThrow();
      case MEASURE ->
          "10" + (field.type().scale() == 0 ? "" : "." + "0".repeat(field.type().scale()));
      default -> "";
    };
  }

  private String usualCode(Field field) {
    CodeList list = field.type().list();
    if (list == null) {
      return CodeList.TOTAL;
    }
    List<String> units = theme.theme().units();
    if (field.name().equals(RowType.UNIT_MEASURE) && !units.isEmpty()) {
      return units.get(0);
    }
    return list.find(CodeList.TOTAL).map(Code::id).orElseGet(() -> list.code(0).id());
  }

  /** Declaration, root, header and the payload's start tag: what Avro has as midex.header. */
  String headText() {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<Message xmlns=\"urn:midex:1\" version=\"").append(attribute(version));
    out.append("\" id=\"").append(attribute(id)).append("\">\n");
    write(out, new Part("Header", "", header), CATALOGUE.type("Header"));
    out.append(payloadTag()).append(">\n");
    return out.toString();
  }

  private String payloadTag() {
    StringBuilder out = new StringBuilder("<" + theme + " action=\"" + attribute(action) + "\"");
    for (Field field : theme.datasetFields()) {
      String text = attributes.get(field.name());
      if (text != null) {
        out.append(' ').append(field.name()).append("=\"").append(attribute(text)).append('"');
      }
    }
    return out.toString();
  }

  private static void write(StringBuilder out, Part part, RowType type) {
    out.append('<').append(part.name).append(">\n");
    List<Part> ordered =
        part.parts.stream().sorted(Comparator.comparing(p -> type.field(p.name).slot())).toList();
    for (Part child : ordered) {
      RowType component = type.field(child.name).type().component();
      if (component == null) {
        out.append('<').append(child.name).append('>').append(text(child.text));
        out.append("</").append(child.name).append(">\n");
      } else if (child.parts.isEmpty()) {
        out.append('<').append(child.name).append("/>\n");
      } else {
        write(out, child, component);
      }
    }
    out.append("</").append(part.name).append(">\n");
  }

  /** One line a row, with its line end. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(Map<String, String> row) {
    return row.entrySet().stream()
        .map(field -> " " + field.getKey() + "=\"" + attribute(field.getValue()) + "\"")
        .collect(Collectors.joining("", "<Obs", "/>\n"));
  }

  /** The canonical form. */
  String xml() {
    if (rows.isEmpty()) {
      String head = headText();
      return head.substring(0, head.length() - 2) + "/>\n</Message>\n";
    }
    return headText() + String.join("", lines()) + "</" + theme + ">\n</Message>\n";
  }

  String messageDigest() {
    return Generator.sha256(xml().getBytes(StandardCharsets.UTF_8));
  }

  /** As {@code grep '^<Obs ' FILE | LC_ALL=C sort | sha256sum}. */
  String dataDigest() {
    byte[][] lines =
        lines().stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    Arrays.sort(lines, Arrays::compareUnsigned);
    return Generator.sha256(Bytes.join(lines));
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\t", "&#9;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;");
  }

  private static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\r", "&#13;")
        .replace("]]>", "]]&gt;");
  }

  /** Codes that stand for one thing each: no total, no aggregate, nothing special or former. */
  static List<Code> plain(ValueType type) {
    CodeList list = type.list();
    Stream<Code> codes = list == null ? Stream.of() : list.codes().stream();
    return codes
        .filter(c -> !c.id().startsWith("_") && !c.aggregate() && c.validTo() == null)
        .filter(c -> !c.has("special") && !c.has("former"))
        .toList();
  }
}
