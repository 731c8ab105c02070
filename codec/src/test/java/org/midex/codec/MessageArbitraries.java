package org.midex.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.model.TimePeriod;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Random messages, made from the catalogue alone: every theme, every field, so that a new theme is
 * tested by being there.
 */
@SuppressWarnings("NullAway") // jqwik does not say what may be null
public final class MessageArbitraries {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final long LARGEST = 999_999_999_999_999_999L;

  /** A whole message. */
  public record Message(MessageHead head, List<Observation> rows) {}

  private MessageArbitraries() {}

  public static Arbitrary<Message> messages() {
    return Arbitraries.of(CATALOGUE.themes()).flatMap(MessageArbitraries::messages);
  }

  public static Arbitrary<Message> messages(RowType theme) {
    return Combinators.combine(heads(theme), observations(theme).list().ofMaxSize(12))
        .as(Message::new);
  }

  public static Arbitrary<MessageHead> heads(RowType theme) {
    return Combinators.combine(
            values(ValueType.of(ValueType.Kind.URN)),
            nodes("Header", CATALOGUE.type("Header")),
            Arbitraries.of(Action.values()),
            texts(theme.datasetFields()))
        .as(
            (id, header, action, attributes) ->
                new MessageHead(
                    id,
                    CATALOGUE.edition().standard(),
                    header,
                    theme,
                    action,
                    byName(theme.datasetFields(), attributes)));
  }

  /** Heads of messages with a receipt, whose parts need not fit one another. */
  public static Arbitrary<MessageHead> receipts() {
    return Combinators.combine(
            values(ValueType.of(ValueType.Kind.URN)),
            nodes("Header", CATALOGUE.type("Header")),
            nodes("Receipt", CATALOGUE.type("Receipt")))
        .as(
            (id, header, receipt) ->
                MessageHead.ofReceipt(id, CATALOGUE.edition().standard(), header, receipt));
  }

  public static Arbitrary<Observation> observations(RowType theme) {
    return texts(theme.fields()).map(texts -> new Observation(theme, texts));
  }

  private static Map<String, String> byName(List<Field> fields, List<@Nullable String> texts) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Field field : fields) {
      String text = texts.get(field.slot());
      if (text != null) {
        named.put(field.name(), text);
      }
    }
    return named;
  }

  private static Arbitrary<List<@Nullable String>> texts(List<Field> fields) {
    List<Arbitrary<@Nullable String>> parts = new ArrayList<>();
    for (Field field : fields) {
      Arbitrary<@Nullable String> value = values(field.type()).map(text -> text);
      parts.add(field.required() ? value : value.injectNull(0.4));
    }
    return Combinators.combine(parts).as(texts -> texts);
  }

  private static Arbitrary<Node> nodes(String name, RowType type) {
    List<Arbitrary<List<Node>>> parts = new ArrayList<>();
    for (Field field : type.fields()) {
      RowType component = field.type().component();
      Arbitrary<Node> part =
          component == null
              ? values(field.type()).map(text -> Node.leaf(field.name(), text))
              : nodes(field.name(), component);
      parts.add(part.list().ofMinSize(field.min()).ofMaxSize(Math.min(field.max(), 3)));
    }
    return Combinators.combine(parts)
        .as(lists -> Node.group(name, lists.stream().flatMap(List::stream).toList()));
  }

  /** Texts in the lexical form of a type. */
  public static Arbitrary<String> values(ValueType type) {
    return switch (type.kind()) {
      case CODE -> codes(Objects.requireNonNull(type.list()));
      case COUNT, AMOUNT ->
          Arbitraries.longs()
              .between(-LARGEST, LARGEST)
              .edgeCases(c -> c.add(0L, 1L, -1L))
              .map(n -> Lexical.text(n, type.scale()));
      case PERIOD -> Arbitraries.of(type.frequencies()).flatMap(MessageArbitraries::periods);
      case DATE -> periods(Frequency.D);
      case INSTANT -> periods(Frequency.D).map(day -> day + "T23:59:59Z");
      case TEXT -> freeTexts();
      case IDENTIFIER ->
          Arbitraries.strings().withChars("ABCabc019").ofMinLength(1).ofMaxLength(64);
      case URN ->
          Arbitraries.strings()
              .withCharRange('!', '~')
              .ofMinLength(1)
              .ofMaxLength(60)
              .map(s -> "urn:uuid:" + s);
      case DIGEST -> Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
      case VERSION -> Arbitraries.just(CATALOGUE.edition().standard());
      case BOOLEAN -> Arbitraries.of("true", "false");
      case COMPONENT -> throw new IllegalArgumentException("a component has no text");
    };
  }

  private static Arbitrary<String> codes(CodeList list) {
    return Arbitraries.of(list.codes()).map(Code::id);
  }

  /** Periods that exist in the calendar. */
  private static Arbitrary<String> periods(Frequency frequency) {
    Arbitrary<Integer> years = Arbitraries.integers().between(1, 9999);
    Arbitrary<Integer> parts =
        switch (frequency) {
          case A -> Arbitraries.just(0);
          case S -> Arbitraries.integers().between(1, 2);
          case Q -> Arbitraries.integers().between(1, 4);
          case M -> Arbitraries.integers().between(1, 12);
          case W -> Arbitraries.integers().between(1, 52);
          case D ->
              Combinators.combine(
                      Arbitraries.integers().between(1, 12), Arbitraries.integers().between(1, 28))
                  .as((m, d) -> m * 100 + d);
        };
    return Combinators.combine(years, parts)
        .as((year, part) -> new TimePeriod(frequency, year, part).toString());
  }

  /** All that XML 1.0 can hold, with a liking for what must be escaped. */
  private static Arbitrary<String> freeTexts() {
    StringArbitrary any =
        Arbitraries.strings()
            .withChars("\t\n\r \"'&<>]x")
            .withCharRange(' ', '~')
            .withCharRange('\u00A0', '\uD7FF')
            .withCharRange('\uE000', '\uFFFD');
    return Arbitraries.oneOf(
        any.ofMinLength(1).ofMaxLength(30),
        Arbitraries.of("\uD83D\uDE00", "]]>", "<!--", " ", "\r\n", "&amp;", "مرحبا"));
  }
}
