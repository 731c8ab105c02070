package org.midex.validation.internal.across;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.midex.validation.internal.Coverage;
import org.midex.validation.internal.KeyHash;
import org.midex.validation.internal.KeyTable;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.RowListener;

/**
 * What the sender's earlier messages on the theme say together, in the order in which they were
 * made: later figures take the place of earlier ones, and withdrawn ones are gone. About 50 bytes a
 * key.
 */
public final class History {
  private final RowType type;
  private final KeyHash hash;
  private final List<Companion> messages;
  private final KeyTable table = new KeyTable();
  private final BitSet withdrawn = new BitSet();
  private int[] origins = new int[1 << 10];
  private int[] areas = new int[1 << 10];
  private final Catalogue catalogue;
  private final Field area;
  private final Periods periods = new Periods();
  private boolean whole = true;

  private History(Catalogue catalogue, RowType type, KeyHash hash, List<Companion> messages) {
    this.catalogue = catalogue;
    this.area = type.field(type.theme().reporter());
    this.type = type;
    this.hash = hash;
    this.messages = messages;
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
    History history = new History(catalogue, type, hash, earlier(head, companions));
    for (int i = 0; i < history.messages.size(); i++) {
      history.add(i, mayChange, listener);
    }
    return history;
  }

  /** Messages that were made before this one; those to compare with also if that is not known. */
  private static List<Companion> earlier(MessageHead head, Companions companions) {
    Instant now = Heads.prepared(head);
    Stream<Companion> against =
        companions.against().stream()
            .filter(c -> now == null || !isAfter(Heads.prepared(c.head()), now));
    Stream<Companion> before =
        companions.before().stream().filter(c -> now != null && isUpTo(c, now, true));
    Stream<Companion> after =
        companions.after().stream().filter(c -> now != null && isUpTo(c, now, false));
    return Stream.of(against, before, after)
        .flatMap(s -> s)
        .filter(c -> Heads.sameTheme(c.head(), head) && Heads.sameSender(c.head(), head))
        .filter(c -> c.head().action() != null && c.head().action() != Action.INFORMATION)
        .sorted(
            Comparator.comparing(
                c -> Objects.requireNonNullElse(Heads.prepared(c.head()), Instant.MIN)))
        .toList();
  }

  private static boolean isAfter(@Nullable Instant then, Instant now) {
    return then != null && then.isAfter(now);
  }

  /** Of messages made at the same time, the one that is named first is the earlier one. */
  private static boolean isUpTo(Companion companion, Instant now, boolean orThen) {
    Instant then = Heads.prepared(companion.head());
    return then != null && (then.isBefore(now) || (orThen && then.equals(now)));
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
        if (!hasKey(row)) {
          continue;
        }
        hash.set(row);
        int entry = entry(reader.number(), row.number(type.time().orElseThrow().slot()));
        origin(entry, message, row.code(area.slot()));
        withdrawn.set(entry, action == Action.DELETE);
        table.mark(entry, mayChange.holds(row));
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
      if (coverage.covers(areas[entry], table.period(entry), periods)) {
        withdrawn.set(entry);
      }
    }
  }

  private int entry(long record, long period) {
    int entry = table.add(hash.hi(), hash.lo(), record, period);
    if (entry < 0) {
      entry = table.find(hash.hi(), hash.lo());
      table.replace(entry, record);
    }
    return entry;
  }

  private boolean hasKey(RowView row) {
    for (Field field : type.key()) {
      if (!row.valid(field.slot()) || (field.type().list() != null && row.code(field.slot()) < 0)) {
        return false;
      }
    }
    return true;
  }

  private void origin(int entry, int message, int code) {
    if (entry >= origins.length) {
      int length = Math.max(entry + 1, origins.length * 2);
      origins = Arrays.copyOf(origins, length);
      areas = Arrays.copyOf(areas, length);
    }
    origins[entry] = message;
    areas[entry] = code;
  }

  /** Whether there is anything to compare with. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Whether every message could be read to its end. */
  boolean isWhole() {
    return whole;
  }

  /** The entry of a key that was sent and not withdrawn since, or −1. */
  int find(long hi, long lo) {
    int entry = table.find(hi, lo);
    return entry >= 0 && withdrawn.get(entry) ? -1 : entry;
  }

  /** The figure before a period step from an entry of another table, or −1. */
  public int find(KeyTable other, int entry, long hiStep, long loStep) {
    return find(other.hi(entry) + hiStep, other.lo(entry) + loStep);
  }

  public KeyTable table() {
    return table;
  }

  /** The file that an entry comes from. */
  String file(int entry) {
    return messages.get(origins[entry]).name();
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
          if (hasKey(row)) {
            hash.set(row);
            int entry = table.find(hash.hi(), hash.lo());
            if (entry >= 0
                && entries.get(entry)
                && origins[entry] == i
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
