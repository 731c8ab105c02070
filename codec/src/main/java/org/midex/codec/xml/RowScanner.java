package org.midex.codec.xml;

import org.midex.codec.bytes.PlainText;
import org.midex.model.Row;
import org.midex.model.io.Limits;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.internal.Words;

/**
 * The fast lane's view of one observation, {@code <Obs NAME="value" …/>}: names are compared and
 * closing quotes looked for eight bytes at a time, and values are set as bytes. Whatever else XML
 * allows in its place is no match, and nothing is said of it: the exact lane reads it.
 */
final class RowScanner {
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long START_TAG = Ascii.word("<Obs");
  private static final int START_LENGTH = 4;
  private static final long END_TAG = Ascii.word("</Obs>");
  private static final int END_LENGTH = 6;
  private static final int NO_MATCH = -1;

  private final Row row;
  private final FieldNames names;
  private final Repeats repeats;
  private final Beginning beginning;

  /** By slot, whether a valid value is always printable ASCII. */
  private final boolean[] plain;

  private final boolean[] coded;

  /** The slots in the order in which their attributes stood in the row before. */
  private final int[] order;

  private final int[] malformed;
  private int malformedCount;
  private int lastMatch;
  private int surplus;

  /** Whether the latest attribute has a short code of its list. */
  private boolean isKnownCode;

  RowScanner(Row row) {
    RowType type = row.type();
    this.row = row;
    names = new FieldNames(type);
    repeats = new Repeats(type.fields().size());
    beginning = new Beginning(type.fields().size(), START_LENGTH);
    order = new int[type.fields().size()];
    malformed = new int[type.fields().size()];
    plain = new boolean[type.fields().size()];
    coded = new boolean[type.fields().size()];
    for (Field field : type.fields()) {
      plain[field.slot()] = field.type().pattern() != null || field.type().list() != null;
      coded[field.slot()] = field.type().list() != null;
      order[field.slot()] = field.slot();
    }
  }

  /**
   * Fills the row.
   *
   * @param end offset behind the last byte that there is; zeros follow
   * @return offset behind the observation, or −1 when the bytes are not as expected
   */
  int scan(byte[] bytes, int start, int end) {
    lastMatch = start;
    malformedCount = 0;
    surplus = 0;
    if (Words.at(bytes, start, START_LENGTH) != START_TAG) {
      return NO_MATCH;
    }
    row.clear();
    int same = beginning.match(bytes, start, end);
    row.repeat(beginning.slots(same));
    int at = start + beginning.end(same);
    for (int count = same; ; count++) {
      lastMatch = at;
      int repeated = count == order.length ? 0 : repeat(order[count], bytes, at);
      if (repeated > 0) {
        at += repeated;
        beginning.note(count, order[count], at - start);
        continue;
      }
      if (count == order.length || !names.matches(order[count], bytes, at)) {
        at = lastBlank(bytes, at);
        if (bytes[at + 1] == '/' || bytes[at + 1] == '>') {
          beginning.keep(bytes, start);
          return tagEnd(bytes, at + 1);
        }
        if (count == order.length || !learn(bytes, at, count)) {
          return NO_MATCH;
        }
      }
      at = attribute(order[count], bytes, at, end);
      if (at < 0) {
        return NO_MATCH;
      }
      if (isKnownCode) {
        beginning.note(count, order[count], at - start);
      }
    }
  }

  /** Takes an attribute as it was in the row before; returns its length, or 0 if it differs. */
  private int repeat(int slot, byte[] bytes, int at) {
    int length = row.has(slot) ? 0 : repeats.match(slot, bytes, at);
    if (length > 0) {
      row.repeat(1L << slot);
    }
    return length;
  }

  /** Forgets the row before, which somebody else has set. */
  void forget() {
    repeats.forget();
    beginning.forget();
  }

  /** The last of several blanks; the place before what is none. */
  private static int lastBlank(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ' || bytes[at] == '\t') {
      at++;
    }
    return at - 1;
  }

  /** Looks which field's attribute stands at a place, and remembers that it comes there. */
  private boolean learn(byte[] bytes, int at, int number) {
    int slot = names.find(bytes, at, order[number]);
    if (slot < 0) {
      return false;
    }
    order[number] = slot;
    if (number + 1 < order.length) {
      order[number + 1] = Math.min(slot + 1, order.length - 1);
    }
    return true;
  }

  private static int tagEnd(byte[] bytes, int at) {
    if (bytes[at] == '/') {
      return bytes[at + 1] == '>' ? at + 2 : NO_MATCH;
    }
    return Words.at(bytes, at + 1, END_LENGTH) == END_TAG ? at + 1 + END_LENGTH : NO_MATCH;
  }

  /** Reads an attribute; returns the offset behind it. */
  private int attribute(int slot, byte[] bytes, int at, int end) {
    int from = at + names.length(slot);
    int to = closingQuote(bytes, from, end);
    if (to >= end) {
      lastMatch = end;
      return NO_MATCH;
    }
    if (row.has(slot) || !value(slot, bytes, from, to)) {
      return NO_MATCH;
    }
    isKnownCode = coded[slot] && row.valid(slot) && to - from <= Row.SHORT;
    if (coded[slot]) {
      repeats.remember(slot, bytes, at, isKnownCode ? to + 1 : at);
    }
    return to + 1;
  }

  private static int closingQuote(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at += Long.BYTES) {
      long different = Words.at(bytes, at) ^ QUOTES;
      long found = (different - ONES) & ~different & HIGH_BITS;
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    return end;
  }

  private boolean value(int slot, byte[] bytes, int from, int to) {
    boolean valid = row.set(slot, bytes, from, to);
    if (!valid || !plain[slot]) {
      if (to - from > Limits.ATTRIBUTE_LENGTH) {
        return false;
      }
      if (!PlainText.isPlainInXml(bytes, from, to)) {
        String text = AttributeText.decode(bytes, from, to);
        if (text == null) {
          return false;
        }
        valid = row.set(slot, text);
        surplus += Ascii.surplus(bytes, from, to);
      }
      if (!valid && row.type().field(slot).type().list() == null) {
        malformed[malformedCount++] = slot;
      }
    }
    return true;
  }

  /** Where the last scan stopped, or a little before. */
  int lastMatch() {
    return lastMatch;
  }

  /** How far before the end a scan may stop for want of bytes. */
  int longestToken() {
    return names.longest() + Long.BYTES;
  }

  /** Bytes of the observation less its UTF-16 characters. */
  int surplus() {
    return surplus;
  }

  int malformedCount() {
    return malformedCount;
  }

  /** Slots of malformed values in the order of their attributes; codes are not judged here. */
  int malformed(int i) {
    return malformed[i];
  }
}
