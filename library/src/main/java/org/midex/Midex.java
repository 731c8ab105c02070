package org.midex;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.midex.codec.Diff;
import org.midex.codec.DigestWriter;
import org.midex.codec.Digests;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.xml.XmlCodec;
import org.midex.internal.Format;
import org.midex.internal.Guard;
import org.midex.internal.SafeFile;
import org.midex.model.Codec;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.model.Node;
import org.midex.model.Result;
import org.midex.schema.Catalogue;
import org.midex.tabular.Account;
import org.midex.tabular.ExportAccount;
import org.midex.tabular.FilledTemplate;
import org.midex.tabular.ImportHeader;
import org.midex.tabular.Mapping;
import org.midex.tabular.TableFormat;
import org.midex.tabular.TableReader;
import org.midex.tabular.Template;
import org.midex.validation.RuleBook;
import org.midex.validation.Validator;

/**
 * MIDEX as a library. Immutable and thread-safe.
 *
 * <p>Bad data never throws: it is reported to a sink or counted in a {@link Result}. {@link
 * IOException} means that a file could not be read or written, {@link IllegalArgumentException} a
 * mistake of the caller.
 */
public final class Midex {
  private final Catalogue catalogue;
  private final RuleBook rules;
  private final Validator validator;

  private Midex(RuleBook rules, Validator validator) {
    this.catalogue = rules.catalogue();
    this.rules = rules;
    this.validator = validator;
  }

  /** With the edition of the catalogue that is packed with this library. */
  public static Midex standard() {
    return of(Catalogue.standard());
  }

  public static Midex of(Catalogue catalogue) {
    return of(RuleBook.of(catalogue));
  }

  /** Judging by a rule set besides the standard. */
  public static Midex of(RuleBook rules) {
    return new Midex(rules, new Validator(rules));
  }

  /**
   * Keeping less or more in memory.
   *
   * @param bytes of rows, for each message that is validated: 16 to 60 bytes a row. What is beyond
   *     goes to a temporary file, and the result is the same. A fifth of the Java heap unless said
   */
  public Midex withMemory(long bytes) {
    return new Midex(rules, validator.withMemory(bytes));
  }

  /**
   * Working on several threads where that helps, as {@link Validator#withThreads} does; the result
   * is the same. Useful where one message at a time is validated.
   *
   * @param count threads for each message; one unless said
   */
  public Midex withThreads(int count) {
    return new Midex(rules, validator.withThreads(count));
  }

  RuleBook rules() {
    return rules;
  }

  Validator validator() {
    return validator;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * A cursor over a message's rows, in whichever syntax it is, compressed with gzip or not.
   *
   * @param sink told what is structurally wrong; meaning is not judged
   * @throws MalformedMessageException when the bytes are no message
   */
  public MessageReader read(Source source, FindingSink sink) throws IOException {
    return read(source.open(), sink);
  }

  /** As above, of a stream that the reader closes. */
  MessageReader read(InputStream raw, FindingSink sink) throws IOException {
    try {
      BufferedInputStream in = Format.plain(raw, sink);
      return codec(Format.of(in, sink)).reader(in, sink);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * A writer of a message; the extension says the syntax: {@code .xml}, {@code .avro}, with {@code
   * .gz} for gzip. The file appears under its name when the writer is closed after the last row; a
   * writer that failed leaves nothing.
   *
   * @throws IllegalArgumentException when the extension is another one, or the head lacks what the
   *     standard requires
   */
  public MessageWriter write(Path target, MessageHead head) throws IOException {
    Codec codec = codec(formatOf(target));
    SafeFile file = new SafeFile(target);
    try {
      return new KeepingWriter(codec.writer(opened(file, target), head), file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Whether a receipt can be written to a file of this name; told to the sink if not. */
  static boolean canHoldReceipt(Path target, FindingSink sink) {
    boolean can = formatOf(target) == Format.XML;
    if (!can) {
      Receipts.refuse("Avro", sink);
    }
    return can;
  }

  /** Whether a sound head can be written to a file of this name; told to the sink if not. */
  static boolean canHold(Path target, MessageHead head, FindingSink sink) {
    return formatOf(target) == Format.XML || AvroCodec.canHold(head, sink);
  }

  /** The codec that a file name's extension asks for. */
  private static Format formatOf(Path target) {
    Format format = Format.ofName(target.toString());
    if (format == null) {
      throw new IllegalArgumentException(
          target + ": the name must end in .xml or .avro, with .gz or without");
    }
    return format;
  }

  Codec codec(Format format) {
    return format == Format.XML ? new XmlCodec(catalogue) : new AvroCodec(catalogue);
  }

  /**
   * Judges a message, or a filled-in template as if it were one: structure, codes, keys, sums,
   * everything. Never throws for bad data.
   *
   * @param listeners told every finding as it happens, besides the result
   * @throws IOException when the file cannot be read; never a verdict
   */
  public Result validate(Source source, FindingSink... listeners) throws IOException {
    return validate(input(source), Exchange.NONE, Positions.SAMPLES, listeners);
  }

  /**
   * Judges a message as {@link #validate(Source, FindingSink...)} does.
   *
   * @param exchange the messages that it is judged beside, and that it is one of
   * @param positions which findings the listeners are given the exact place of
   * @throws IOException also when one of the others cannot be read
   */
  public Result validate(
      Input input, Exchange exchange, Positions positions, FindingSink... listeners)
      throws IOException {
    return new Validation(this, input, exchange).run(positions, List.of(listeners));
  }

  /**
   * What a source is: a filled-in template, or else a message.
   *
   * @throws IOException when it cannot be read
   */
  public Input input(Source source) throws IOException {
    return findTemplate(source)
        .map(template -> Input.template(source, template, null))
        .orElseGet(() -> Input.message(source));
  }

  /**
   * The template that a source is; empty when it is something else.
   *
   * @throws IOException when it cannot be read
   */
  public Optional<FilledTemplate> findTemplate(Source source) throws IOException {
    try (InputStream start = source.peek()) {
      if (!Format.mayBeTable(start)) {
        return Optional.empty();
      }
    }
    return FilledTemplate.find(catalogue, source.peek());
  }

  /**
   * Writes a template; the extension says the kind: {@code .xlsx} or {@code .csv}. The file appears
   * under its name when it is complete.
   *
   * @throws IllegalArgumentException when the extension is another one
   */
  public void writeTemplate(Template template, Path target) throws IOException {
    String name = target.toString();
    if (!name.endsWith(".xlsx") && !name.endsWith(".csv")) {
      throw new IllegalArgumentException(target + ": the name must end in .xlsx or .csv");
    }
    try (SafeFile file = new SafeFile(target)) {
      try (OutputStream out = file.open()) {
        if (name.endsWith(".csv")) {
          template.writeCsv(catalogue, out);
        } else {
          template.writeWorkbook(catalogue, out);
        }
      }
      file.keep();
    }
  }

  /**
   * Makes a message of a table. What cannot be translated is left out, reported and accounted for;
   * the rest is written. Where the bytes are no table of the mapping's format, nothing is written.
   *
   * @param header see {@link ImportHeader#complete}
   * @param id URN of the message to make
   * @param target see {@link #write}
   * @param sink told what could not be translated; meaning is not judged
   */
  public Imported importTable(
      Source table, Mapping mapping, Node header, String id, Path target, FindingSink sink)
      throws IOException {
    return new Import(this, target, sink)
        .run(() -> TableReader.open(table.open(), mapping, header, id, sink));
  }

  /**
   * Makes a message of a filled-in template, as {@link #importTable} does of a table. Nothing is
   * written either when the header is not whole: what its cells restrict or demand must not get
   * lost.
   *
   * @param own parts of the header that go before the header sheet's, or null
   * @param id URN of the message to make
   * @param target see {@link #write}
   * @param sink told what could not be translated; meaning is not judged
   */
  public Imported importTemplate(
      Source source,
      FilledTemplate template,
      @Nullable Node own,
      String id,
      Path target,
      FindingSink sink)
      throws IOException {
    return new Import(this, target, sink)
        .run(() -> template.open(source.open(), own, Instant.now(), id, sink));
  }

  /** Whether rejected rows can be written to a file of this name: {@code .csv} or {@code .xlsx}. */
  public static boolean canReject(Path target) {
    String name = target.toString();
    return name.endsWith(".csv") || name.endsWith(".xlsx");
  }

  /**
   * Writes the rows in which something was found, with what was found in the first column: of a
   * table as they stand there, with its separator and encoding; of a message its observations. It
   * is read once more.
   *
   * @param found was told of the findings
   * @param target see {@link #canReject}; not touched when the bytes are no table or message
   * @return rows written
   */
  public long writeRejects(Input input, Rejects found, Path target) throws IOException {
    if (!canReject(target)) {
      throw new IllegalArgumentException(target + ": the name must end in .csv or .xlsx");
    }
    return found.write(this, input, target);
  }

  /**
   * What became of an import.
   *
   * @param account what became of every cell; null when the table could not be read to its end
   * @param observations rows written
   * @param written whether the target was written
   */
  public record Imported(@Nullable Account account, long observations, boolean written) {}

  /**
   * Writes a message in the syntax of the target's extension. Refuses what could not be written
   * without loss: structural errors, codes that a closed list does not have, parts of a newer
   * version; unknown codes of open lists pass. A refused target is not touched.
   *
   * @param sink told every reason for refusing
   */
  public Conversion convert(Source source, Path target, FindingSink sink) throws IOException {
    formatOf(target);
    return new Convert(this, sink).run(source, target);
  }

  /**
   * What became of a conversion.
   *
   * @param rows rows read
   * @param written whether the target was written
   * @param incomplete whether it was refused because of parts of a newer version
   */
  public record Conversion(long rows, boolean written, boolean incomplete) {}

  /**
   * Writes a message's observations as a table: SDMX-CSV, or the layout that a mapping reads. What
   * the table cannot express, and rows with structural errors, are left out, reported and accounted
   * for; the rest is written. Where nothing can be written, or parts of a newer version were met,
   * the target is not touched. The message's header has no place in a table.
   *
   * @param format {@link org.midex.tabular.SdmxCsv} or {@link org.midex.tabular.SourceLayout}
   * @param target named as {@link #canExport} says
   * @param sink told what is structurally wrong and what the table cannot express; meaning is not
   *     judged
   * @throws IllegalArgumentException when the target's name is another one
   */
  public Exported export(Source source, TableFormat format, Path target, FindingSink sink)
      throws IOException {
    return new Export(this, format, sink).run(source, target);
  }

  /** The stream of a file, compressed with gzip when its name says so. */
  static OutputStream opened(SafeFile file, Path target) throws IOException {
    return target.toString().endsWith(".gz")
        ? new GZIPOutputStream(file.open(), 1 << 16)
        : file.open();
  }

  /** Whether a file name's ending is one for this kind of table; texts may be compressed. */
  public static boolean canExport(Path target, TableFormat format) {
    String ending = "." + format.extension();
    String name = target.toString();
    return (name.endsWith(ending) || (ending.equals(".csv") && name.endsWith(".csv.gz")))
        && !Files.isDirectory(target);
  }

  /**
   * What became of an export.
   *
   * @param syntax the message's, {@code xml} or {@code avro}; null when it is neither
   * @param head of the message; null when it has none
   * @param account what became of every observation; null when the message could not be read to its
   *     end or its theme is not known
   * @param written whether the target was written
   */
  public record Exported(
      @Nullable String syntax,
      @Nullable MessageHead head,
      @Nullable ExportAccount account,
      boolean written) {}

  /**
   * Message digest and data digest, equal for equal messages in any syntax.
   *
   * @param sink told why there is no digest
   * @return null when the message has structural errors and thus no canonical form
   */
  public @Nullable Digests digest(Source source, FindingSink sink) throws IOException {
    Guard guard = new Guard(catalogue, sink);
    try (MessageReader reader = read(source, guard)) {
      if (!guard.faithful()) {
        return null;
      }
      try (DigestWriter writer = new DigestWriter(catalogue, reader.head())) {
        while (reader.next()) {
          guard.checkCodes(reader);
          if (!guard.faithful()) {
            return null;
          }
          writer.write(reader.row());
        }
        return guard.faithful() ? writer.finish() : null;
      }
    } catch (MalformedMessageException e) {
      return null;
    }
  }

  /**
   * Compares the rows of two messages by their keys, whatever their order and syntax.
   *
   * @param changes told every difference
   * @throws MalformedMessageException when one of them is no message
   * @throws IllegalArgumentException when they are of different themes or a row has no canonical
   *     form
   */
  public Diff diff(Source first, Source second, Consumer<Diff.Change> changes) throws IOException {
    try (MessageReader before = read(first, FindingSink.ignoring());
        MessageReader after = read(second, FindingSink.ignoring())) {
      return Diff.compare(before, after, changes);
    }
  }

  /**
   * One row, found without judging and, as far as the syntax allows, without reading the rows
   * before it.
   *
   * @param record number of the row, from 1
   * @throws MalformedMessageException when the bytes make no sense up to there
   */
  public ShownRow show(Input input, long record) throws IOException {
    if (input.table() == null) {
      return Showing.of(this, input.source(), record);
    }
    try (MessageReader reader = input.open(this, FindingSink.ignoring())) {
      return Showing.of(reader, record);
    }
  }

  /** Whether a file name's extension is one that {@link #write} understands. */
  public static boolean canWrite(Path target) {
    return Format.ofName(target.toString()) != null && !Files.isDirectory(target);
  }
}
