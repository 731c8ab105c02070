package org.midex.report.baseline;

/** A file that is no whole report of MIDEX. The message starts with file and line. */
public final class BaselineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BaselineException(String file, long line, String fault) {
    super(file + (line > 0 ? ":" + line : "") + ": " + fault);
  }
}
