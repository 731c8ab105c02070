package org.midex;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.internal.SafeFile;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageReader;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.io.LineSorter;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.schema.Texts;
import org.midex.tabular.RejectedRows;
import org.midex.tabular.TableReader;

/**
 * Keeps what is found in the rows of one file, so that {@link Midex#writeRejects} can write them
 * with it. What is waived is not kept. Beyond a few megabytes it is kept in private temporary
 * files. Not thread-safe.
 */
public final class Rejects implements FindingSink, Closeable {
  private static final int IN_MEMORY = 2 << 20;
  private static final int LONGEST_FINDING = 300;
  private static final int LONGEST_ROW = 2_000;
  private static final int DIGITS = 19;

  private final Catalogue catalogue;
  private final Texts texts;
  private final LineSorter byLine = new LineSorter(IN_MEMORY);
  private final LineSorter byRecord = new LineSorter(IN_MEMORY);

  /**
   * @param catalogue says what the rules mean
   * @param language two-letter code of ISO 639-1
   */
  public Rejects(Catalogue catalogue, String language) {
    this.catalogue = catalogue;
    this.texts = catalogue.texts(language);
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    long record = occurrence.record();
    long line = record > 0 ? 0 : occurrence.location().line();
    try {
      if (record > 0) {
        byRecord.add(bytes(record, text(problem, occurrence)));
      } else if (line > 0) {
        byLine.add(bytes(line, text(problem, occurrence)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(long number, String text) {
    String line = String.format(Locale.ROOT, "%019d", number) + text;
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private String text(Problem problem, Occurrence occurrence) {
    Rule rule = catalogue.rule(problem.rule());
    Map<String, String> values = new HashMap<>(problem.parameters());
    String field = problem.field() == null ? "" : problem.field();
    values.put("field", field);
    if (occurrence.value() != null) {
      values.put("value", occurrence.value());
    }
    String meant = occurrence.suggestion();
    if (meant != null) {
      values.put("expected", meant);
    }
    values.putAll(occurrence.details());
    String severity = texts.ui("report." + rule.severity().name().toLowerCase(Locale.ROOT));
    String head = severity + " " + rule.id() + (field.isEmpty() ? "" : " " + field) + ": ";
    return cut(head + texts.detail(rule, values), LONGEST_FINDING);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }

  @Override
  public void notRun(String rule, String why) {}

  @Override
  public void incomplete() {}

  /**
   * Writes the rows, in one more reading.
   *
   * @return rows written
   */
  long write(Midex midex, Input input, Path target) throws IOException {
    boolean workbook = target.toString().endsWith(".xlsx");
    try (SafeFile file = new SafeFile(target)) {
      long rows;
      try (OutputStream out = new BufferedOutputStream(file.open(), 1 << 16);
          MessageReader reader = input.open(midex, FindingSink.ignoring())) {
        rows =
            reader instanceof TableReader table
                ? RejectedRows.ofTable(table, workbook, out, reasons())
                : RejectedRows.ofMessage(reader, workbook, out, reasons());
      }
      file.keep();
      return rows;
    } catch (MalformedMessageException e) {
      return 0;
    }
  }

  /** What was kept, for one pass over the rows. */
  private RejectedRows.Reasons reasons() throws IOException {
    Findings lines = new Findings(byLine.sorted());
    Findings records = new Findings(byRecord.sorted());
    return (line, first, last) -> {
      StringBuilder found = new StringBuilder();
      lines.take(line, line, found);
      records.take(first, last, found);
      return found.isEmpty() ? null : cut(found.toString(), LONGEST_ROW);
    };
  }

  /** Findings in the order of their numbers. */
  private static final class Findings {
    private final LineSorter.Lines sorted;
    private @Nullable String next;

    Findings(LineSorter.Lines sorted) throws IOException {
      this.sorted = sorted;
      advance();
    }

    private void advance() throws IOException {
      byte[] line = sorted.next();
      next = line == null ? null : new String(line, StandardCharsets.UTF_8);
    }

    /** Appends those from a first to a last number; passes over those before. */
    void take(long first, long last, StringBuilder to) throws IOException {
      String finding = next;
      while (finding != null && number(finding) <= last) {
        if (number(finding) >= first && to.length() <= LONGEST_ROW) {
          to.append(to.isEmpty() ? "" : "; ").append(finding, DIGITS, finding.length());
        }
        advance();
        finding = next;
      }
    }

    private static long number(String finding) {
      return Long.parseLong(finding, 0, DIGITS, 10);
    }
  }

  @Override
  public void close() throws IOException {
    byLine.close();
    byRecord.close();
  }
}
