package org.midex.tabular.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes are no table, so that reading cannot go on. */
public final class BadTableException extends IOException {
  private static final long serialVersionUID = 1L;
  private final long byteOffset;
  private boolean workbook;

  /** {@code reason} is a sentence for the user. */
  public BadTableException(String reason) {
    this(reason, -1);
  }

  /** {@code byteOffset} is from 0 in the uncompressed file; −1 when not known. */
  public BadTableException(String reason, long byteOffset) {
    super(reason);
    this.byteOffset = byteOffset;
  }

  /** What is wrong. */
  public String reason() {
    String reason = getMessage();
    return reason == null ? "" : reason;
  }

  public long byteOffset() {
    return byteOffset;
  }

  /** Says that the bytes are a workbook all the same. */
  BadTableException ofWorkbook() {
    workbook = true;
    return this;
  }

  /** Whether the bytes are a workbook, though one that is not read: it exceeds a limit. */
  public boolean isWorkbook() {
    return workbook;
  }

  /** The exception of this kind that libraries have wrapped, or null when there is none. */
  static @Nullable BadTableException within(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadTableException bad) {
        return bad;
      }
    }
    return null;
  }
}
