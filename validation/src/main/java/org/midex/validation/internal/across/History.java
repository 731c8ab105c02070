package org.midex.validation.internal.across;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.midex.model.Action;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.Companions;
import org.midex.validation.internal.KeyHash;
import org.midex.validation.internal.KeyTable;
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
  private boolean whole = true;

  private History(RowType type, KeyHash hash, List<Companion> messages) {
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
      MessageHead head,
      RowType type,
      Companions companions,
      KeyHash hash,
      Statuses mayChange,
      RowListener listener)
      throws IOException {
    History history = new History(type, hash, earlier(head, companions));
    for (int i = 0; i < history.messages.size(); i++) {
      history.add(i, mayChange, listener);
    }
    return history;
  }

  /** Messages to compare with always; of the others those that were made before this one. */
  private static List<Companion> earlier(MessageHead head, Companions companions) {
    Instant now = Heads.prepared(head);
    Stream<Companion> others =
        Stream.concat(companions.before().stream(), companions.after().stream())
            .filter(
                c -> {
                  Instant then = Heads.prepared(c.head());
                  return now != null && then != null && then.isBefore(now);
                });
    return Stream.concat(companions.against().stream(), others)
        .filter(c -> Heads.sameTheme(c.head(), head) && Heads.sameSender(c.head(), head))
        .filter(c -> c.head().action() != null && c.head().action() != Action.INFORMATION)
        .sorted(
            Comparator.comparing(
                c -> Objects.requireNonNullElse(Heads.prepared(c.head()), Instant.MIN)))
        .toList();
  }

  private void add(int message, Statuses mayChange, RowListener listener) throws IOException {
    Companion companion = messages.get(message);
    Action action = companion.head().action();
    if (action == Action.REPLACE && companion.head().header().texts("Coverage", "Area").isEmpty()) {
      withdrawn.set(0, table.size());
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
        origin(entry, message);
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

  private void origin(int entry, int message) {
    if (entry >= origins.length) {
      origins = Arrays.copyOf(origins, Math.max(entry + 1, origins.length * 2));
    }
    origins[entry] = message;
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
