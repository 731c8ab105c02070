package org.midex.validation.internal.across;

import java.io.IOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.midex.model.Action;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.Companions;
import org.midex.validation.internal.Columns;
import org.midex.validation.internal.Coverage;
import org.midex.validation.internal.Heads;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.RowListener;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyTable;
import org.midex.validation.internal.keys.Marks;

/**
 * What the sender's earlier messages on the theme say together, in the order in which they were
 * made: later figures take the place of earlier ones, and withdrawn ones are gone. About 50 bytes a
 * key.
 */
public final class History {
  /** Columns: the message that an entry comes from, its reporting area. */
  private static final int ORIGIN = 0;

  private static final int AREA = 1;

  private final Catalogue catalogue;
  private final Field area;
  private final RowType type;
  private final long keySlots;
  private final KeyHash hash;
  private final List<Companion> messages;
  private final KeyTable table = new KeyTable();
  private final Columns columns = new Columns(0, 2);
  private final BitSet withdrawn = new BitSet();
  private final BitSet malformed = new BitSet();
  private final Periods periods = new Periods();
  private final boolean ordered;
  private boolean whole = true;

  private History(
      Catalogue catalogue, RowType type, KeyHash hash, List<Companion> messages, boolean ordered) {
    this.catalogue = catalogue;
    this.area = type.field(type.theme().reporter());
    this.type = type;
    this.keySlots = type.bits(Field::isKey);
    this.hash = hash;
    this.messages = messages;
    this.ordered = ordered;
  }

  /**
   * Reads the earlier messages.
   *
   * @param hash of the message that is judged
   * @param mayChange statuses whose figures may change without a word
   * @param listener shown every row
   */
  public static History read(
      Catalogue catalogue,
      MessageHead head,
      RowType type,
      Companions companions,
      KeyHash hash,
      Statuses mayChange,
      RowListener listener)
      throws IOException {
    boolean ordered =
        Stream.concat(companions.before().stream(), companions.after().stream())
            .filter(c -> maySay(c, head))
            .allMatch(c -> order(c, Heads.prepared(head)).isPresent());
    List<Companion> earlier = earlier(head, companions);
    History history = new History(catalogue, type, hash, earlier, ordered);
    for (int i = 0; i < history.messages.size(); i++) {
      history.add(i, mayChange, listener);
    }
    return history;
  }

  /**
   * Messages that were made before this one; those to compare with also if that is not known. Of
   * messages made at the same time, the one that is named first is the earlier one.
   */
  private static List<Companion> earlier(MessageHead head, Companions companions) {
    Optional<Instant> now = Heads.prepared(head);
    return Stream.of(
            companions.against().stream().filter(c -> order(c, now).orElse(0) <= 0),
            companions.before().stream().filter(c -> order(c, now).orElse(1) <= 0),
            companions.after().stream().filter(c -> order(c, now).orElse(1) < 0))
        .flatMap(s -> s)
        .filter(c -> maySay(c, head))
        .sorted(Comparator.comparing(c -> Heads.prepared(c.head()).orElse(Instant.MIN)))
        .toList();
  }

  /** Whether a message is one of the same sender on the same theme that counts. */
  private static boolean maySay(Companion companion, MessageHead head) {
    Action action = companion.head().action();
    return Heads.sameTheme(companion.head(), head)
        && Heads.sameSender(companion.head(), head)
        && action != null
        && action != Action.INFORMATION;
  }

  /** How the time of a message compares with another's; nothing when one is not known. */
  private static OptionalInt order(Companion companion, Optional<Instant> now) {
    Optional<Instant> then = Heads.prepared(companion.head());
    return now.isPresent() && then.isPresent()
        ? OptionalInt.of(then.get().compareTo(now.get()))
        : OptionalInt.empty();
  }

  private void add(int message, Statuses mayChange, RowListener listener) throws IOException {
    Companion companion = messages.get(message);
    Action action = companion.head().action();
    if (action == Action.REPLACE) {
      withdrawCovered(Coverage.of(catalogue, companion.head(), area));
    }
    Field measure = type.measure().orElseThrow();
    try (MessageReader reader = companion.open()) {
      while (reader.next()) {
        RowView row = reader.row();
        if (!row.allValid(keySlots)) {
          continue;
        }
        hash.set(row);
        int entry = entry(reader.number(), row.number(type.time().orElseThrow().slot()));
        columns.set(entry, ORIGIN, message);
        columns.set(entry, AREA, row.code(area.slot()));
        withdrawn.set(entry, action == Action.DELETE);
        malformed.set(entry, row.has(measure.slot()) && !row.valid(measure.slot()));
        table.mark(entry, Marks.BREAK, mayChange.holds(row));
        if (row.valid(measure.slot())) {
          table.setFigure(entry, row.number(measure.slot()));
        }
        listener.row(row, reader.number());
      }
    } catch (MalformedMessageException e) {
      whole = false;
    }
  }

  /** What a message covers it says anew. */
  private void withdrawCovered(Coverage coverage) {
    for (int entry = 0; entry < table.size(); entry++) {
      if (coverage.covers(columns.get(entry, AREA), table.period(entry), periods)) {
        withdrawn.set(entry);
      }
    }
  }

  private int entry(long record, long period) {
    int entry = table.add(hash.hi(), hash.lo(), record, period);
    if (entry < 0) {
      entry = table.find(hash.hi(), hash.lo());
      table.replace(entry, record, period);
    } else {
      columns.add(entry);
    }
    return entry;
  }

  /** Whether there is anything to compare with. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Whether it is known of every message at hand whether it was made before this one. */
  boolean isOrdered() {
    return ordered;
  }

  /** Whether every message could be read to its end. */
  boolean isWhole() {
    return whole;
  }

  /** The entry of a key that was sent and not withdrawn since, or −1. */
  public int find(long hi, long lo) {
    int entry = table.find(hi, lo);
    return entry >= 0 && withdrawn.get(entry) ? -1 : entry;
  }

  /** Whether the figure of an entry is none that can be read. */
  boolean isMalformed(int entry) {
    return malformed.get(entry);
  }

  public KeyTable table() {
    return table;
  }

  /** The file that an entry comes from. */
  String file(int entry) {
    return messages.get(columns.get(entry, ORIGIN)).name();
  }

  /** Shows the rows of entries again. */
  void show(BitSet entries, RowOfFile shown) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    for (int i = 0; i < messages.size(); i++) {
      try (MessageReader reader = messages.get(i).open()) {
        while (reader.next()) {
          RowView row = reader.row();
          if (row.allValid(keySlots)) {
            hash.set(row);
            int entry = table.find(hash.hi(), hash.lo());
            if (entry >= 0
                && entries.get(entry)
                && columns.get(entry, ORIGIN) == i
                && table.record(entry) == reader.number()) {
              shown.row(row, messages.get(i).name(), reader.number());
            }
          }
        }
      } catch (MalformedMessageException e) {
        // its rows up to there have been shown
      }
    }
  }

  /** Sees a row of an earlier message. */
  interface RowOfFile {
    void row(RowView row, String file, long record);
  }

  /** Entries that were sent and not withdrawn since. */
  BitSet open() {
    BitSet open = new BitSet();
    open.set(0, table.size());
    open.andNot(withdrawn);
    return open;
  }
}
