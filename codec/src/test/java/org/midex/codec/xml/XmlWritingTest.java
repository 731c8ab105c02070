package org.midex.codec.xml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.OddRows;
import org.midex.codec.head.Canonical;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.model.RowView;
import org.midex.model.io.Limits;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** The writer writes what the standard's section on XML says, however rows are kept. */
class XmlWritingTest {
  @Provide
  Arbitrary<Message> messages() {
    return OddRows.messages();
  }

  /** Bytes that were handed on, and how many at a time. */
  private static final class Pieces extends ByteArrayOutputStream {
    private final List<Integer> sizes = new ArrayList<>();

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      sizes.add(length);
      super.write(bytes, from, length);
    }
  }

  @Property(tries = 150)
  void writesTheCanonicalForm(
      @ForAll("messages") Message message, @ForAll @IntRange(min = 1, max = 600) int piece)
      throws IOException {
    String expected = plain(message);
    for (int form = 0; form < OddRows.FORMS; form++) {
      Pieces out = new Pieces();
      try (MessageWriter writer = new XmlMessageWriter(out, message.head(), piece)) {
        for (Observation row : message.rows()) {
          write(writer, row, OddRows.forms(row).get(form));
        }
      }
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
      assertThat(out.sizes.subList(0, out.sizes.size() - 1)).allMatch(size -> size >= piece);
    }
  }

  private static void write(MessageWriter writer, Observation row, RowView form)
      throws IOException {
    boolean writable = OddRows.isWritable(row);
    Statistics.label("writable")
        .collect(writable)
        .coverage(c -> c.check(true).percentage(p -> p > 30));
    if (writable) {
      writer.write(form);
    } else {
      assertThatThrownBy(() -> writer.write(form)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The message without the rows that are to be refused, put together from strings. */
  private static String plain(Message message) {
    StringBuilder text =
        new StringBuilder(new String(Canonical.head(message.head()), StandardCharsets.UTF_8));
    List<Observation> rows = OddRows.writable(message);
    if (rows.isEmpty()) {
      return text.delete(text.length() - 2, text.length()).append("/>\n</Message>\n").toString();
    }
    for (Observation row : rows) {
      text.append("<Obs");
      for (Field field : row.type().fields()) {
        String value = row.text(field.slot());
        if (value != null) {
          text.append(" " + field.name() + "=\"" + escaped(value) + "\"");
        }
      }
      text.append("/>\n");
    }
    return text + "</" + message.head().type() + ">\n</Message>\n";
  }

  private static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\"", "&quot;")
        .replace("\t", "&#9;")
        .replace("\n", "&#10;")
        .replace("\r", "&#13;");
  }

  /** In a buffer with room for more. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "<", "é"})
  void refusesTextsBeyondTheLimit(String filler) throws IOException {
    Message message =
        MessageArbitraries.messages(Catalogue.standard().theme("ASYLUM_APP")).sample();
    RowType theme = requireNonNull(message.head().type());
    Map<String, String> fields =
        new HashMap<>(MessageArbitraries.observations(theme).sample().fields());
    fields.put("COMMENT", filler.repeat(Limits.ATTRIBUTE_LENGTH));
    Observation longest = Observation.of(theme, fields);
    fields.put("COMMENT", filler.repeat(Limits.ATTRIBUTE_LENGTH + 1));
    Observation longer = Observation.of(theme, fields);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = new XmlMessageWriter(out, message.head(), 1 << 20)) {
      for (int form = 0; form < OddRows.FORMS; form++) {
        RowView refused = OddRows.forms(longer).get(form);
        writer.write(OddRows.forms(longest).get(form));
        assertThatThrownBy(() -> writer.write(refused))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("32769");
      }
    }
    List<Observation> written = Collections.nCopies(OddRows.FORMS, longest);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(plain(new Message(message.head(), written)));
  }

  /** What readers take, writers and digests take too. */
  @ParameterizedTest
  @ValueSource(ints = {Limits.ATTRIBUTE_LENGTH + 1, Limits.TEXT_LENGTH})
  void takesHeaderTextsUpToTheLimitOfReaders(int length) {
    assertThat(Canonical.head(withPurpose(length))).hasSizeGreaterThan(length);
    assertThatThrownBy(() -> Canonical.head(withPurpose(Limits.TEXT_LENGTH + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65537");
  }

  private static MessageHead withPurpose(int length) {
    Node header = Node.group("Header", List.of(Node.leaf("Purpose", "x".repeat(length))));
    RowType theme = Catalogue.standard().theme("ASYLUM_APP");
    return new MessageHead("urn:example:1", "1.0", header, theme, Action.APPEND, Map.of());
  }

  @Test
  void refusesRowsOfAnotherTheme() throws IOException {
    Message message =
        MessageArbitraries.messages(Catalogue.standard().theme("ASYLUM_APP")).sample();
    Observation other =
        MessageArbitraries.observations(Catalogue.standard().theme("MIG_STOCK")).sample();
    try (MessageWriter writer =
        new XmlMessageWriter(new ByteArrayOutputStream(), message.head(), 1)) {
      assertThatThrownBy(() -> writer.write(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ASYLUM_APP");
    }
  }
}
