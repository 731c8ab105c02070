package org.midex.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.internal.keys.Room;

/** A small message for tests: {@code dataset("ASYLUM_APP").row("SEX", "F", "OBS_VALUE", "3")}. */
public final class Dataset {
  static final Catalogue CATALOGUE = Catalogue.standard();

  private final RowType type;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Node> header = new ArrayList<>();
  private final Map<String, String> attributes = new HashMap<>();
  private Action action = Action.REPLACE;
  private String version = "1.0";
  private String id = "urn:example:1";
  private int unsound = -1;
  private boolean breaksOff;

  private Dataset(String theme) {
    type = CATALOGUE.theme(theme);
    header.add(Node.leaf("Edition", CATALOGUE.edition().date().toString()));
  }

  public static Dataset dataset(String theme) {
    return new Dataset(theme);
  }

  /**
   * Adds a row. What is not given is: Austria, the year 2023, total in every other dimension, 10,
   * normal value, by birth, in euros; an empty text takes a field away.
   */
  public Dataset row(String... namesAndTexts) {
    Map<String, String> row = new LinkedHashMap<>();
    for (Field field : type.fields()) {
      switch (field.role()) {
        case DIMENSION -> row.put(field.name(), "_T");
        case TIME -> row.put(field.name(), period(field));
        case MEASURE -> row.put(field.name(), "10" + fraction(field));
        default -> {}
      }
    }
    row.computeIfPresent("REF_AREA", (name, text) -> "AUT");
    row.put("OBS_STATUS", "A");
    row.computeIfPresent("ORIGIN_BASIS", (name, text) -> "COB");
    row.computeIfPresent("CURRENCY", (name, text) -> "EUR");
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      row.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    row.values().removeIf(String::isEmpty);
    rows.add(row);
    return this;
  }

  private static String period(Field time) {
    return Stream.of("2023", "2023-S1", "2023-Q1", "2023-01", "2023-W05", "2023-01-31")
        .filter(text -> Lexical.matches(time.type(), text))
        .findFirst()
        .orElseThrow();
  }

  private static String fraction(Field measure) {
    int scale = measure.type().scale();
    return scale == 0 ? "" : "." + "0".repeat(scale);
  }

  /** Makes it no message any more after its rows. */
  Dataset breaksOff() {
    breaksOff = true;
    return this;
  }

  /** Marks the latest row as one with structural errors. */
  Dataset unsound() {
    unsound = rows.size();
    return this;
  }

  Dataset rounding(String method, String base) {
    List<Node> parts = new ArrayList<>(List.of(Node.leaf("Method", method)));
    if (!base.isEmpty()) {
      parts.add(Node.leaf("Base", base));
    }
    return header(Node.group("Rounding", parts));
  }

  /** Classified as public. */
  Dataset published() {
    return header(Node.leaf("Classification", "PUBLIC"));
  }

  Dataset coverage(Node... parts) {
    return header(Node.group("Coverage", List.of(parts)));
  }

  Dataset header(Node part) {
    header.removeIf(n -> n.name().equals(part.name()));
    header.add(part);
    return this;
  }

  Dataset attribute(String name, String text) {
    attributes.put(name, text);
    return this;
  }

  Dataset action(Action newAction) {
    action = newAction;
    return this;
  }

  Dataset version(String newVersion) {
    version = newVersion;
    return this;
  }

  RowType type() {
    return type;
  }

  List<Map<String, String>> rows() {
    return rows;
  }

  ListReader reader() {
    MessageHead head =
        new MessageHead(id, version, Node.group("Header", header), type, action, attributes);
    return new ListReader(head, rows, unsound, breaksOff);
  }

  Dataset id(String newId) {
    id = newId;
    return this;
  }

  /** Says who sends it; its id is the sender's one for the theme, until another is given. */
  Dataset from(String area, String authority) {
    id = "urn:" + area + ":" + authority + ":" + type.id();
    return header(
        Node.group("Sender", List.of(Node.leaf("Area", area), Node.leaf("Authority", authority))));
  }

  /** Says when it was made: a day of 2026. */
  Dataset prepared(String monthAndDay) {
    return header(Node.leaf("Prepared", "2026-" + monthAndDay + "T12:00:00Z"));
  }

  Dataset replaces(String message, String digest) {
    return header(
        Node.group(
            "Replaces", List.of(Node.leaf("Message", message), Node.leaf("Digest", digest))));
  }

  /**
   * The message as another that one is judged beside. Its digest is made of its name; what breaks
   * off has none.
   */
  Companion companion(String name) {
    MessageHead head = reader().head();
    return new Companion() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public MessageHead head() {
        return head;
      }

      @Override
      public MessageReader open() {
        return reader();
      }

      @Override
      public Optional<String> digest() {
        return breaksOff ? Optional.empty() : Optional.of("digest of " + name);
      }
    };
  }

  /** What the rules find. */
  Found check() {
    return check(Companions.NONE);
  }

  /** What the rules find beside other messages, all of which are judged before this one. */
  Found beside(Companion... others) {
    return check(new Companions(companion("this.xml"), List.of(), List.of(others), List.of()));
  }

  /** What the rules find: the same, whether there is room for all rows or for next to none. */
  Found check(Companions companions) {
    Found found = check(companions, Room.of(1 << 20));
    Found cramped = check(companions, new Room(0, 32, 3, 4));
    assertThat(cramped.findings()).containsExactlyInAnyOrderElementsOf(found.findings());
    assertThat(cramped.notRun()).isEqualTo(found.notRun());
    return found;
  }

  private Found check(Companions companions, Room room) {
    Found found = new Found();
    try (ListReader reader = reader()) {
      new Validator(RuleBook.of(CATALOGUE), room).run(reader, companions, found);
    } catch (MalformedMessageException e) {
      // what was found before is what there is
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
