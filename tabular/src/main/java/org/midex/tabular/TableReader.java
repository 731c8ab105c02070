package org.midex.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.midex.model.Action;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Node;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.tabular.internal.BadTableException;
import org.midex.tabular.internal.CellCheck;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.RowTranslator;
import org.midex.tabular.internal.Table;
import org.midex.tabular.internal.Tables;
import org.midex.tabular.internal.Tally;
import org.midex.tabular.internal.Tally.Use;

/**
 * Reads a table as if it were a message. Every row given is sound: what cannot be translated is a
 * finding ({@code MDX-I…}) and counted in the {@link Account}. A table row whose key, attributes or
 * flags cannot be translated gives no observation; a figure that cannot be read is left out alone.
 * Memory use does not grow with the size of a CSV file; of a workbook the shared texts are held.
 */
public final class TableReader implements MessageReader {
  private final Mapping mapping;
  private final Table table;
  private final Findings findings;
  private final RowTranslator translator;
  private final MessageHead head;
  private final Row row;
  private final boolean headIsWhole;
  private final long blankAbove;
  private int observations;
  private int current = -1;
  private long number;
  private boolean first;
  private RowWatch watch = (tableRow, from, to) -> {};

  TableReader(
      Opener opener,
      Mapping mapping,
      CellCheck.Factory checks,
      Node header,
      boolean headIsWhole,
      String id,
      FindingSink sink)
      throws IOException {
    this.mapping = mapping;
    this.headIsWhole = headIsWhole;
    this.findings = new Findings(sink);
    this.row = new Row(mapping.theme());
    try {
      table = opener.open();
    } catch (BadTableException e) {
      throw findings.fatal(e, 0);
    }
    translator = translator(checks);
    blankAbove = table.blankLines();
    head = head(header, id);
  }

  /** Opens the table: once there is a sink to tell what is wrong with it. */
  interface Opener {
    Table open() throws IOException;
  }

  /**
   * Opens a file, compressed with gzip or not, and reads its headings.
   *
   * @param header the message's whole header, see {@link ImportHeader#complete}
   * @param id the message's URN
   * @throws MalformedMessageException when the file is no table of the mapping's format, or lacks
   *     columns; it has been reported
   * @throws IOException when the file cannot be read
   */
  public static TableReader open(
      Path table, Mapping mapping, Node header, String id, FindingSink sink) throws IOException {
    return new TableReader(
        () -> Tables.open(table, mapping.layout()),
        mapping,
        CellCheck.Factory.NONE,
        header,
        true,
        id,
        sink);
  }

  /**
   * Opens a stream, compressed with gzip or not, and reads the headings. The stream is closed with
   * the reader.
   *
   * @param header the message's whole header, see {@link ImportHeader#complete}
   * @param id the message's URN
   * @throws MalformedMessageException when the bytes are no table of the mapping's format, or lack
   *     columns; it has been reported
   * @throws IOException when the stream cannot be read
   */
  public static TableReader open(
      InputStream table, Mapping mapping, Node header, String id, FindingSink sink)
      throws IOException {
    return new TableReader(
        () -> Tables.open(table, mapping.layout()),
        mapping,
        CellCheck.Factory.NONE,
        header,
        true,
        id,
        sink);
  }

  /** Sees each row of the table once it is translated. */
  interface RowWatch {
    /**
     * Sees the row that the table is at.
     *
     * @param from number of the first observation made of it
     * @param to number of the last one; less than {@code from} when there is none
     */
    void row(Table tableRow, long from, long to) throws IOException;
  }

  void watchRows(RowWatch newWatch) {
    watch = newWatch;
  }

  List<String> headings() {
    return translator.headings();
  }

  Layout layout() {
    return mapping.layout();
  }

  private RowTranslator translator(CellCheck.Factory checks) throws IOException {
    try {
      return new RowTranslator(
          mapping.theme(), mapping.layout(), mapping.plan(), table, findings, checks);
    } catch (BadTableException e) {
      table.close();
      throw findings.fatal(e, table.line());
    } catch (IOException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  /** What is said of the dataset, by the mapping or by the table's first row. */
  private MessageHead head(Node header, String id) throws IOException {
    try {
      if (translator.decidesAtFirstRow()) {
        findFirst();
      }
    } catch (BadTableException e) {
      table.close();
      throw findings.fatal(e, table.line());
    } catch (IOException | RuntimeException e) {
      table.close();
      throw e;
    }
    Map<String, String> attributes = new HashMap<>(mapping.dataset());
    attributes.putAll(translator.dataset());
    Action action = translator.action();
    return new MessageHead(
        id,
        mapping.standard(),
        header,
        mapping.theme(),
        action == null ? mapping.action() : action,
        attributes);
  }

  private void findFirst() throws IOException {
    while (table.next()) {
      if (!translator.skips()) {
        translator.begin();
        first = true;
        return;
      }
      translator.translate();
    }
    throw new BadTableException("The table has no rows below the headings");
  }

  @Override
  public MessageHead head() {
    return head;
  }

  /**
   * Whether the head has all that the standard requires, so that the message can be written. Only a
   * template's header sheet can lack something; that has been reported.
   */
  public boolean headIsWhole() {
    return headIsWhole;
  }

  /**
   * Moves to the next observation; false after the last.
   *
   * @throws MalformedMessageException when the bytes are no table from here on
   * @throws IllegalStateException when the account does not add up: a fault of this program, never
   *     of the table
   */
  @Override
  public boolean next() throws IOException {
    while (current + 1 >= observations) {
      if (!nextTableRow()) {
        requireBalance();
        return false;
      }
      observations = translator.translate();
      watch.row(table, number + 1, number + observations);
      current = -1;
    }
    current++;
    number++;
    translator.fill(row, current);
    return true;
  }

  private boolean nextTableRow() throws IOException {
    if (first) {
      first = false;
      return true;
    }
    try {
      return table.next();
    } catch (BadTableException e) {
      throw findings.fatal(e, table.line());
    }
  }

  private void requireBalance() {
    Account account = account();
    if (!account.addsUp() || account.observations() != number) {
      throw new IllegalStateException(
          "the import's account does not add up: " + number + " rows given, " + account);
    }
  }

  /** What became of the cells read so far; of all of them once {@link #next} was false. */
  public Account account() {
    Tally tally = translator.tally();
    return new Account(
        tally.rows(),
        table.blankLines() - blankAbove,
        tally.cells(),
        tally.total(Use.OBSERVATION),
        tally.total(Use.KEY),
        tally.total(Use.ATTRIBUTE),
        tally.total(Use.DECLARED_EMPTY),
        tally.total(Use.IGNORED),
        tally.total(Use.FINDING));
  }

  @Override
  public RowView row() {
    return row;
  }

  /** True: what is not sound is a finding and not given. */
  @Override
  public boolean rowIsSound() {
    return true;
  }

  @Override
  public long number() {
    return number;
  }

  /** Where the figure stands: the line of a text, and the cell as {@link Location#source}. */
  @Override
  public Location location() {
    return new Location(number, -1, table.line(), 0, translator.place(current));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
