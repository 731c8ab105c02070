package org.midex.codec.xml;

import java.io.IOException;
import java.io.InputStream;
import org.midex.model.io.SingleByte;

/**
 * What the exact lane reads: a message's start tags, then the bytes that follow. They stay where
 * they are, so that the fast lane can go on with them, until they are more than is kept.
 */
final class Rest extends InputStream {
  private final byte[] tags;
  private final SlidingBytes source;
  private int tagsDone;
  private int done;
  private boolean beyond;

  Rest(byte[] tags, SlidingBytes source) {
    this.tags = tags;
    this.source = source;
  }

  /** Whether bytes were read that were not kept: then there is no way back. */
  boolean isBeyond() {
    return beyond;
  }

  @Override
  public int read() throws IOException {
    return SingleByte.read(this);
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (tagsDone < tags.length) {
      int count = Math.min(length, tags.length - tagsDone);
      System.arraycopy(tags, tagsDone, target, from, count);
      tagsDone += count;
      return count;
    }
    int left = source.end() - source.at() - done;
    if (left == 0 && !beyond) {
      if (source.more()) {
        left = source.end() - source.at() - done;
      } else {
        beyond = !source.atEnd();
      }
    }
    if (left == 0) {
      return beyond ? source.readOn(target, from, length) : -1;
    }
    int count = Math.min(length, left);
    System.arraycopy(source.bytes(), source.at() + done, target, from, count);
    done += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
