package org.midex.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.io.GzipGuard;
import org.midex.model.io.LateFailure;

/** What a file's first bytes say it is. */
public enum Format {
  XML,
  AVRO;

  private static final int LOOK = 64;

  /** Name in reports and options. */
  public String code() {
    return this == XML ? "xml" : "avro";
  }

  /** The bytes of a file without gzip around them, able to look at the first few. */
  public static BufferedInputStream plain(InputStream raw, FindingSink sink) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    if (startsWith(peek(in), 0x1F, 0x8B)) {
      try {
        return new BufferedInputStream(
            GzipGuard.open(in, (reason, swells) -> new GzipFailure(reason, swells, sink)), 1 << 16);
      } catch (IOException e) {
        throw LateFailure.met(e);
      }
    }
    return in;
  }

  /** The same as far as they can be had, for who has been told why they end. */
  public static InputStream intact(InputStream raw) throws IOException {
    return new Intact(plain(raw, FindingSink.ignoring()));
  }

  /** Whether a file's bytes have no gzip around them. The stream is closed. */
  public static boolean isPlain(InputStream raw) throws IOException {
    try (BufferedInputStream in = new BufferedInputStream(raw, LOOK)) {
      return !startsWith(peek(in), 0x1F, 0x8B);
    }
  }

  /**
   * The format of the bytes that follow.
   *
   * @throws MalformedMessageException when they are neither; reported to the sink
   */
  public static Format of(BufferedInputStream in, FindingSink sink) throws IOException {
    byte[] start = start(in);
    if (startsWith(start, 'O', 'b', 'j', 1)) {
      return AVRO;
    }
    if (looksLikeXml(start)) {
      return XML;
    }
    throw refuse(reason(start), sink);
  }

  private static byte[] start(BufferedInputStream in) throws IOException {
    try {
      return peek(in);
    } catch (IOException e) {
      throw LateFailure.met(e);
    }
  }

  /** Whether the first bytes are not those of a message: the file may be a table. */
  public static boolean mayBeTable(InputStream in) throws IOException {
    byte[] start = in.readNBytes(LOOK);
    boolean wide = startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE);
    if (wide) {
      return start.length > 3 && start[2] != '<' && start[3] != '<';
    }
    return start.length > 0 && !startsWith(start, 'O', 'b', 'j', 1) && !looksLikeXml(start);
  }

  private static boolean looksLikeXml(byte[] start) {
    int at = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    while (at < start.length
        && (start[at] == ' ' || start[at] == '\t' || start[at] == '\r' || start[at] == '\n')) {
      at++;
    }
    boolean utf16 =
        startsWith(start, 0xFE, 0xFF)
            || startsWith(start, 0xFF, 0xFE)
            || startsWith(start, 0, '<')
            || startsWith(start, '<', 0);
    return utf16 || (at < start.length && start[at] == '<');
  }

  private static String reason(byte[] start) {
    if (start.length == 0) {
      return "The file is empty";
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      return "The file is a zip, such as XLSX";
    }
    return "The file is neither XML nor Avro";
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(LOOK);
    byte[] start = in.readNBytes(LOOK);
    in.reset();
    return start;
  }

  private static MalformedMessageException refuse(String reason, FindingSink sink) {
    return fatal("MDX-S05", Map.of("reason", reason), sink);
  }

  /** Why gzip cannot be inflated on. */
  private static final class GzipFailure extends LateFailure {
    private static final long serialVersionUID = 1;
    private final boolean swells;
    private final transient FindingSink sink;

    GzipFailure(String reason, boolean swells, FindingSink sink) {
      super(reason);
      this.swells = swells;
      this.sink = sink;
    }

    @Override
    protected IOException tell() {
      return swells
          ? fatal(
              "MDX-S04", Map.of("what", "gzip expansion", "limit", GzipGuard.RATIO + " : 1"), sink)
          : refuse(String.valueOf(getMessage()), sink);
    }
  }

  private static MalformedMessageException fatal(
      String rule, Map<String, String> details, FindingSink sink) {
    Problem problem = Problem.of(rule);
    sink.report(problem, Occurrence.at(Location.ofMessage(), details.get("value"), details));
    return new MalformedMessageException(problem, Location.ofMessage(), rule + " " + details);
  }

  /** The format that a file name's extension asks for; null when it asks for neither. */
  public static @Nullable Format ofName(String name) {
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return plain.endsWith(".xml") ? XML : plain.endsWith(".avro") ? AVRO : null;
  }
}
