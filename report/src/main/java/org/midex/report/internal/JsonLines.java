package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a recorded report, one after the other. Not thread-safe. */
public final class JsonLines implements Closeable {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(20).maxStringLength(100_000).build();

  private final JsonParser json;

  /**
   * @param in closed with the lines
   */
  public JsonLines(InputStream in) throws IOException {
    this.json = JsonFactory.builder().streamReadConstraints(LIMITS).build().createParser(in);
  }

  /**
   * The next line; null after the last.
   *
   * @throws IOException when it is none of a recorded report
   */
  public @Nullable Recorded next() throws IOException {
    int line = 0;
    try {
      JsonToken token = json.nextToken();
      if (token == null) {
        return null;
      }
      line = json.currentLocation().getLineNr();
      Recorded said = token == JsonToken.START_OBJECT ? Recorded.of(JsonLine.read(json)) : null;
      if (said == null) {
        throw new IOException("no report in NDJSON: line " + line);
      }
      return said;
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? line : e.getLocation().getLineNr();
      throw new IOException("no report in NDJSON: line " + at + ": " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
