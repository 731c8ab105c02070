package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.midex.schema.publish.AvroSchemas;

/** Every theme in both syntaxes, with every field used. */
final class ThemeVectors implements VectorSource {
  private static final String FOLDER = "fixtures/messages/";
  private static final String UP = "../../../" + FOLDER;

  @Override
  public void add(Drafts drafts) throws IOException {
    for (RowType theme : Message.CATALOGUE.themes()) {
      Message message = ThemeMessage.of(theme);
      byte[] avro = avro(message);
      drafts.put(FOLDER + theme + ".xml", message.xml().getBytes(UTF_8));
      drafts.put(FOLDER + theme + ".avro", avro);
      drafts.put(FOLDER + theme + ".json", AvroContent.json(avro));
      read(drafts, message, "xml");
      read(drafts, message, "avro");
      judge(drafts, message);
      write(drafts, message, "xml", "avro");
      write(drafts, message, "avro", "xml");
      misread(drafts, message);
      confuse(drafts, message);
    }
  }

  private static String slug(RowType theme) {
    return theme.id().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(RowType theme) {
    return theme + " (" + theme.description().name() + ")";
  }

  private static String fields(RowType theme) {
    return theme.fields().stream()
        .filter(field -> !field.required() && field.role() != Field.Role.MEASURE)
        .map(Field::name)
        .collect(Collectors.joining(", "));
  }

  private static void read(Drafts drafts, Message message, String syntax) {
    RowType theme = message.theme;
    String[] clauses =
        syntax.equals("xml")
            ? new String[] {"MSG-5", "CANON-3", "DIG-1", "DIG-2"}
            : new String[] {"AVRO-1", "AVRO-2", "DIG-1", "DIG-2"};
    drafts.add(
        new Draft("reader", "themes", "theme-" + slug(theme) + "-read-" + syntax, clauses)
            .says(
                name(theme) + " read from " + (syntax.equals("xml") ? "XML" : "Avro"),
                "A reader that drops or confuses one of "
                    + fields(theme)
                    + " stores figures of "
                    + theme
                    + " that mean something else than their sender said; the digests show it.")
            .syntax(syntax)
            .step(
                Json.of("op", "digest", "file", UP + theme + "." + syntax),
                Json.of("message", message.messageDigest(), "data", message.dataDigest())));
  }

  private static void judge(Drafts drafts, Message message) {
    RowType theme = message.theme;
    drafts.add(
        new Draft("validator", "themes", "theme-" + slug(theme) + "-conformant", "VERD-1", "ROW-1")
            .says(
                name(theme) + " with every field is conformant",
                "A sound message of "
                    + theme
                    + " that a partner's validator refuses is sent by e-mail the next time, and nobody"
                    + " judges it any more.")
            .syntax("xml")
            .step(
                Json.of("op", "validate", "file", UP + theme + ".xml"),
                Json.verdict("conformant").put("rows", message.rows.size())));
  }

  private static void write(Drafts drafts, Message message, String from, String to) {
    RowType theme = message.theme;
    var expect = Json.of().put("written", true);
    String result = UP + theme + (to.equals("xml") ? ".xml" : ".json");
    var output = expect.putObject("output").put(to.equals("xml") ? "same" : "avro", result);
    output
        .putArray("judge")
        .addObject()
        .<ObjectNode>set("request", Json.of("op", "digest", "file", "output:output." + to))
        .set("expect", Json.of("message", message.messageDigest(), "data", message.dataDigest()));
    drafts.add(
        new Draft(
                "writer",
                "themes",
                "theme-" + slug(theme) + "-write-" + to,
                to.equals("xml") ? "CANON-3" : "AVRO-2",
                "AVRO-6",
                "VER-3")
            .says(
                name(theme) + " written as " + (to.equals("xml") ? "canonical XML" : "Avro"),
                to.equals("xml")
                    ? "Two programs that write "
                        + theme
                        + " in other bytes get other digests, and a receiver takes one message for two."
                    : "Columns of "
                        + theme
                        + " with other names or types cannot be put beside a partner's in one table.")
            .syntax("avro")
            .step(
                Json.of(
                    "op",
                    "convert",
                    "file",
                    UP + theme + "." + from,
                    "to",
                    to,
                    "output",
                    "output." + to),
                expect));
  }

  /** The last dimension before the period is left out in the first row. */
  private static void misread(Drafts drafts, Message message) {
    RowType theme = message.theme;
    List<Field> dimensions =
        theme.fields().stream().filter(f -> f.role() == Field.Role.DIMENSION).toList();
    String name = dimensions.get(dimensions.size() - 1).name();
    Message without = ThemeMessage.of(theme);
    without.rows.get(0).remove(name);
    drafts.add(
        new Draft("reader", "themes", "theme-" + slug(theme) + "-dimension-missing", "ROW-1")
            .says(
                theme + ": an observation without " + name,
                "Without "
                    + name
                    + " one program takes a figure of "
                    + theme
                    + " for a total and the next for a part of it.")
            .syntax("xml")
            .file("message.xml", without.xml().getBytes(UTF_8))
            .step(
                Json.of("op", "validate", "file", "message.xml"),
                Json.verdict("notConformant", "MDX-S09")));
  }

  /** A code that another list has stands where the theme's own list does not have it. */
  private static void confuse(Drafts drafts, Message message) {
    RowType theme = message.theme;
    Field field =
        theme.fields().stream()
            .filter(f -> f.role() == Field.Role.DIMENSION && isClosed(f))
            .reduce((first, second) -> second)
            .orElseThrow();
    String foreign = foreign(field);
    Message wrong = ThemeMessage.of(theme);
    wrong.rows.get(1).put(field.name(), foreign);
    drafts.add(
        new Draft("validator", "themes", "theme-" + slug(theme) + "-foreign-code", "CODE-1")
            .says(
                theme + ": " + field.name() + " with a code of another list, " + foreign,
                field.name()
                    + " of "
                    + theme
                    + " takes codes of "
                    + list(field).id()
                    + " only; "
                    + foreign
                    + " means something elsewhere and nothing here, so that each side would guess.")
            .syntax("xml")
            .file("message.xml", wrong.xml().getBytes(UTF_8))
            .step(
                Json.of("op", "validate", "file", "message.xml"),
                Json.verdict("notConformant", "MDX-V01")));
  }

  private static boolean isClosed(Field field) {
    return field.type().list() != null && !field.type().list().open();
  }

  private static CodeList list(Field field) {
    return Objects.requireNonNull(field.type().list());
  }

  /** One that is no alias here either. */
  private static String foreign(Field field) {
    return List.of("DISASTER", "FRST", "Y_GE65", "LAND").stream()
        .filter(code -> list(field).find(code).isEmpty())
        .filter(code -> list(field).inAnyScheme(code).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** Written by Apache Avro. */
  private static byte[] avro(Message message) throws IOException {
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(message.theme));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.setMeta("midex.header", message.headText());
      writer.create(schema, out, Container.SYNC);
      for (Map<String, String> row : message.rows) {
        writer.append(record(schema, message.theme, row));
      }
    }
    return out.toByteArray();
  }

  private static GenericRecord record(Schema schema, RowType theme, Map<String, String> row) {
    GenericRecord record = new GenericData.Record(schema);
    row.forEach((name, text) -> record.put(name, value(theme.field(name).type(), text)));
    return record;
  }

  private static Object value(ValueType type, String text) {
    return switch (type.kind()) {
      case COUNT -> Long.valueOf(text);
      case AMOUNT -> ByteBuffer.wrap(new BigDecimal(text).unscaledValue().toByteArray());
      default -> text;
    };
  }
}
