package org.midex.codec.xml;

import java.util.Arrays;
import org.midex.schema.internal.Words;

/**
 * The attributes of coded fields as they stood in the row before, with name and value: most are the
 * same again, and comparing them is all that it takes to know their codes.
 */
final class Repeats {
  private static final int WORDS = 4;
  private static final int LONGEST = WORDS * Long.BYTES;
  private static final int PATIENCE = 8;
  private static final int PAUSE = 200;

  private final long[] words;
  private final int[] lengths;

  /** Rows in which an attribute was another one, without a break; negative while it pauses. */
  private final int[] misses;

  /**
   * @param fields how many a row has
   */
  Repeats(int fields) {
    words = new long[WORDS * fields];
    lengths = new int[fields];
    misses = new int[fields];
  }

  /** The length of a field's attribute if it is the same as before, else 0. */
  int match(int slot, byte[] bytes, int at) {
    int length = lengths[slot];
    if (length == 0) {
      return 0;
    }
    int word = WORDS * slot;
    int last = length - Long.BYTES;
    for (int done = 0; done < last; done += Long.BYTES) {
      if (Words.at(bytes, at + done) != words[word++]) {
        return missed(slot);
      }
    }
    if (Words.at(bytes, at + last) != words[word]) {
      return missed(slot);
    }
    misses[slot] = 0;
    return length;
  }

  private int missed(int slot) {
    misses[slot]++;
    return 0;
  }

  /** Remembers an attribute, from the space before its name to its closing quote; or that none. */
  void remember(int slot, byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > LONGEST || length < Long.BYTES || isPausing(slot)) {
      lengths[slot] = 0;
      return;
    }
    lengths[slot] = length;
    int word = WORDS * slot;
    int last = length - Long.BYTES;
    for (int done = 0; done < last; done += Long.BYTES) {
      words[word++] = Words.at(bytes, from + done);
    }
    words[word] = Words.at(bytes, from + last);
  }

  /** A field that is another one in each row is left alone for a while. */
  private boolean isPausing(int slot) {
    if (misses[slot] >= PATIENCE) {
      misses[slot] = -PAUSE;
    }
    if (misses[slot] < 0) {
      misses[slot]++;
    }
    return misses[slot] < 0;
  }

  void forget() {
    Arrays.fill(lengths, 0);
  }
}
