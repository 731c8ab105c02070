package org.midex.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.Canonical;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.model.io.LineSorter;
import org.midex.schema.Field;

/**
 * Compares the rows of two messages of one theme by their keys, whatever their order and syntax.
 * Memory stays flat. Headers are not compared.
 *
 * @param added rows whose key only the second message has
 * @param removed rows whose key only the first message has
 * @param changed keys that both have with other contents
 * @param equal rows that both have
 */
public record Diff(long added, long removed, long changed, long equal) {

  /**
   * One difference. Texts are attributes in canonical form.
   *
   * @param key the row's key
   * @param before the rest of the first message's row, or null when it has none with this key
   * @param after the rest of the second message's row, or null when it has none with this key
   */
  public record Change(String key, @Nullable String before, @Nullable String after) {}

  /** Whether there is no difference. */
  public boolean isEmpty() {
    return added == 0 && removed == 0 && changed == 0;
  }

  /**
   * Reads both messages to the end.
   *
   * @param changes told every difference, in the order of keys
   * @throws IllegalArgumentException when the messages are of different themes or a row has no
   *     canonical form
   */
  public static Diff compare(MessageReader first, MessageReader second, Consumer<Change> changes)
      throws IOException {
    if (first.head().isReceipt() || second.head().isReceipt()) {
      throw new IllegalArgumentException("a receipt has no rows that could be compared");
    }
    if (first.head().type() != second.head().type()) {
      throw new IllegalArgumentException(
          "the messages are of different themes: "
              + first.head().type()
              + ", "
              + second.head().type());
    }
    try (LineSorter before = lines(first);
        LineSorter after = lines(second)) {
      return new Merge(new Groups(before.sorted()), new Groups(after.sorted()), changes).run();
    }
  }

  private static LineSorter lines(MessageReader reader) throws IOException {
    LineSorter sorter = new LineSorter();
    StringBuilder line = new StringBuilder(256);
    while (reader.next()) {
      line.setLength(0);
      RowView row = reader.row();
      for (Field field : row.type().key()) {
        Canonical.appendField(line, row, field);
      }
      line.append('\0');
      for (Field field : row.type().fields()) {
        if (!field.isKey()) {
          Canonical.appendField(line, row, field);
        }
      }
      sorter.add(line.toString().getBytes(StandardCharsets.UTF_8));
    }
    return sorter;
  }

  /** Sorted lines, one key at a time. A faulty message may have several rows with one key. */
  private static final class Groups {
    private final LineSorter.Lines lines;
    private byte @Nullable [] ahead;
    private @Nullable String key;
    private List<String> rests = List.of();

    Groups(LineSorter.Lines lines) throws IOException {
      this.lines = lines;
      this.ahead = lines.next();
      next();
    }

    void next() throws IOException {
      key = null;
      rests = new ArrayList<>();
      while (ahead != null && (key == null || key.equals(keyOf(ahead)))) {
        key = keyOf(ahead);
        rests.add(new String(ahead, StandardCharsets.UTF_8).substring(key.length() + 1).strip());
        ahead = lines.next();
      }
    }

    private static String keyOf(byte[] line) {
      String text = new String(line, StandardCharsets.UTF_8);
      return text.substring(0, text.indexOf('\0'));
    }
  }

  private static final class Merge {
    private final Groups before;
    private final Groups after;
    private final Consumer<Change> changes;
    private long added;
    private long removed;
    private long changed;
    private long equal;

    Merge(Groups before, Groups after, Consumer<Change> changes) {
      this.before = before;
      this.after = after;
      this.changes = changes;
    }

    Diff run() throws IOException {
      while (before.key != null || after.key != null) {
        int order = compare(before.key, after.key);
        if (order < 0) {
          removed += before.rests.size();
          before.rests.forEach(rest -> changes.accept(new Change(shown(before.key), rest, null)));
          before.next();
        } else if (order > 0) {
          added += after.rests.size();
          after.rests.forEach(rest -> changes.accept(new Change(shown(after.key), null, rest)));
          after.next();
        } else {
          both();
          before.next();
          after.next();
        }
      }
      return new Diff(added, removed, changed, equal);
    }

    private void both() {
      if (before.rests.equals(after.rests)) {
        equal += before.rests.size();
      } else {
        changed++;
        changes.accept(
            new Change(
                shown(before.key),
                String.join(" | ", before.rests),
                String.join(" | ", after.rests)));
      }
    }

    private static String shown(@Nullable String key) {
      return key == null ? "" : key.strip();
    }

    private static int compare(@Nullable String a, @Nullable String b) {
      if (a == null || b == null) {
        return a == null ? 1 : -1;
      }
      return Arrays.compareUnsigned(
          a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
  }
}
