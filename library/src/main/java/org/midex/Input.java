package org.midex;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.model.Node;
import org.midex.tabular.FilledTemplate;
import org.midex.tabular.ImportHeader;
import org.midex.tabular.Mapping;
import org.midex.tabular.TableReader;

/** Bytes, and how they are read as a message. Immutable. */
public final class Input {
  /** Id of a message that is judged but not made. */
  private static final String UNNAMED = "urn:midex:unnamed";

  private final Source source;
  private final @Nullable TableOpener table;

  private Input(Source source, @Nullable TableOpener table) {
    this.source = source;
    this.table = table;
  }

  /** Opens bytes that are no message as if they were one. */
  interface TableOpener {
    TableReader open(InputStream in, FindingSink sink) throws IOException;
  }

  /** A message in whichever syntax it is. */
  public static Input message(Source source) {
    return new Input(source, null);
  }

  /**
   * A table, read as the message that {@link Midex#importTable} would make of it; findings name its
   * cells.
   *
   * @param header see {@link ImportHeader#complete}
   */
  public static Input table(Source source, Mapping mapping, Node header) {
    return new Input(source, (in, sink) -> TableReader.open(in, mapping, header, UNNAMED, sink));
  }

  /**
   * A filled-in template, read as the message that {@link Midex#importTemplate} would make of it;
   * findings name its cells.
   *
   * @param own parts of the header that go before the header sheet's, or null
   */
  public static Input template(Source source, FilledTemplate template, @Nullable Node own) {
    Instant now = Instant.now();
    return new Input(source, (in, sink) -> template.open(in, own, now, UNNAMED, sink));
  }

  public Source source() {
    return source;
  }

  /** The same, read from another source, such as one that is watched. */
  public Input from(Source other) {
    return new Input(other, table);
  }

  /** How to read it as a table; null when it is a message. */
  @Nullable TableOpener table() {
    return table;
  }

  /** A cursor over its rows. */
  MessageReader open(Midex midex, FindingSink sink) throws IOException {
    return table == null ? midex.read(source, sink) : table.open(source.open(), sink);
  }
}
