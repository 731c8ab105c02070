package org.midex.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.model.Observation;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.model.io.Limits;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/** Messages with what writers find hard, and with what they have to refuse. */
@SuppressWarnings("NullAway") // jqwik does not say what may be null
public final class OddRows {
  /** How many forms a row has. */
  public static final int FORMS = 4;

  private OddRows() {}

  public static Arbitrary<Message> messages() {
    return Arbitraries.of(Catalogue.standard().themes())
        .flatMap(
            theme ->
                Combinators.combine(
                        MessageArbitraries.heads(theme), rows(theme).list().ofMaxSize(20))
                    .as(Message::new));
  }

  private static Arbitrary<Observation> rows(RowType theme) {
    List<Arbitrary<@Nullable String>> fields = new ArrayList<>();
    for (Field field : theme.fields()) {
      fields.add(field(field));
    }
    return Combinators.combine(fields).as(texts -> new Observation(theme, texts));
  }

  /** Rarely wrong, since one wrong field makes the row a refused one. */
  private static Arbitrary<@Nullable String> field(Field field) {
    Arbitrary<String> right =
        field.type().kind() == ValueType.Kind.TEXT
            ? texts()
            : MessageArbitraries.values(field.type());
    int absent = field.required() ? 1 : 60;
    return Arbitraries.frequencyOf(
        Tuple.of(120, right.map(text -> text)),
        Tuple.of(absent, Arbitraries.just(null)),
        Tuple.of(2, wrong()));
  }

  /** Values of few types; whether of this field's is for the writers to say. */
  private static Arbitrary<@Nullable String> wrong() {
    return Arbitraries.of(
        "", "_X", "ZZZ", "A&B", "007", "-0", "1.5", "2024-13", "2024-S1 ", " ", "é", "١", "\uD800");
  }

  /** Texts plain and odd, short and long, and as long as some border. */
  private static Arbitrary<String> texts() {
    Arbitrary<Integer> lengths =
        Arbitraries.of(
            62, 63, 64, 65, 255, 256, 257, Limits.ATTRIBUTE_LENGTH, Limits.ATTRIBUTE_LENGTH + 1);
    Arbitrary<String> fillers = Arbitraries.of("x", "<", "é", "عر", "\uD83D\uDE00");
    return Arbitraries.frequencyOf(
        Tuple.of(8, MessageArbitraries.values(ValueType.of(ValueType.Kind.TEXT))),
        Tuple.of(8, Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(90)),
        Tuple.of(4, Combinators.combine(lengths, fillers).as(OddRows::filled)),
        Tuple.of(2, Arbitraries.strings().ofMinLength(1).ofMaxLength(3)),
        Tuple.of(
            2,
            Arbitraries.of(
                "a\u0000b", "\u001F", "\u007F", "\uD83D", "\uDE00x", "\uFFFE", "\uFFFF")));
  }

  private static String filled(int length, String filler) {
    return filler.repeat(length / filler.length());
  }

  /** The same row in every form that a writer may be given. */
  public static List<RowView> forms(Observation row) {
    return List.of(row, ofTexts(row), ofBytes(row), new Bare(row));
  }

  private static Row ofTexts(Observation row) {
    Row filled = new Row(row.type());
    for (int slot = 0; slot < row.texts().size(); slot++) {
      String text = row.text(slot);
      if (text != null) {
        filled.set(slot, text);
      }
    }
    return filled;
  }

  /** Printable ASCII is set as bytes that stand among others, as readers do. */
  private static Row ofBytes(Observation row) {
    Row filled = new Row(row.type());
    byte[] bytes = String.join("\"", row.fields().values()).getBytes(StandardCharsets.UTF_8);
    int at = 0;
    for (int slot = 0; slot < row.texts().size(); slot++) {
      String text = row.text(slot);
      if (text == null) {
        continue;
      }
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        filled.set(slot, bytes, at, at + length);
      } else {
        filled.set(slot, text);
      }
      at += length + 1;
    }
    return filled;
  }

  /** Of somebody else, with nothing but what a row must have. */
  private record Bare(Observation row) implements RowView {
    @Override
    public RowType type() {
      return row.type();
    }

    @Override
    public @Nullable String text(int slot) {
      return row.text(slot);
    }

    @Override
    public boolean valid(int slot) {
      return row.valid(slot);
    }

    @Override
    public int code(int slot) {
      return row.code(slot);
    }

    @Override
    public long number(int slot) {
      return row.number(slot);
    }
  }

  /** Whether the standard lets a row be written. */
  public static boolean isWritable(Observation row) {
    return row.type().fields().stream()
        .allMatch(
            field -> {
              String text = row.text(field.slot());
              return text == null ? !field.required() : isWritable(field.type(), text);
            });
  }

  private static boolean isWritable(ValueType type, String text) {
    boolean known = type.list() != null && type.list().find(text).isPresent();
    boolean closed = type.list() != null && !type.list().open();
    boolean form = type.pattern() == null ? !text.isEmpty() : text.matches(type.pattern());
    return (known || (form && !closed))
        && text.length() <= Limits.ATTRIBUTE_LENGTH
        && text.matches("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");
  }

  /** The writable rows of a message. */
  public static List<Observation> writable(Message message) {
    return message.rows().stream().filter(OddRows::isWritable).toList();
  }
}
