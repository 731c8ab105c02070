package org.midex.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Severity;

/**
 * The outcome of validating one file. Counts are exact however many findings there are; samples are
 * few.
 *
 * @param file the file's name as the caller gave it
 * @param sha256 SHA-256 of the file's bytes in lower-case hexadecimal
 * @param format {@code xml}, {@code avro}, {@code table}; {@code package} or {@code signature}
 *     where signatures were verified; null when the bytes are nothing of these
 * @param type id of the theme or record type, {@code Receipt}, or null when it is missing or
 *     unknown
 * @param version version of the standard that the message states, or null
 * @param edition edition of the catalogue that the message names, or null
 * @param rows rows read
 * @param readToEnd whether reading reached the end of the message
 * @param groups findings by problem, gravest first
 * @param notRun rules that could not be run on some rows
 * @param judgement rule set, vendors' rules and waived findings
 */
public record Result(
    String file,
    String sha256,
    @Nullable String format,
    @Nullable String type,
    @Nullable String version,
    @Nullable String edition,
    Verdict verdict,
    long rows,
    boolean readToEnd,
    Map<Severity, Long> counts,
    List<Group> groups,
    List<NotRun> notRun,
    Judgement judgement) {
  public Result {
    counts = Map.copyOf(counts);
    groups = List.copyOf(groups);
    notRun = List.copyOf(notRun);
  }

  /** An outcome by the standard alone. */
  public Result(
      String file,
      String sha256,
      @Nullable String format,
      @Nullable String type,
      @Nullable String version,
      @Nullable String edition,
      Verdict verdict,
      long rows,
      boolean readToEnd,
      Map<Severity, Long> counts,
      List<Group> groups,
      List<NotRun> notRun) {
    this(
        file,
        sha256,
        format,
        type,
        version,
        edition,
        verdict,
        rows,
        readToEnd,
        counts,
        groups,
        notRun,
        Judgement.STANDARD);
  }

  /** The same outcome with other groups, such as ones that show more or less of their samples. */
  public Result withGroups(List<Group> others) {
    return new Result(
        file, sha256, format, type, version, edition, verdict, rows, readToEnd, counts, others,
        notRun, judgement);
  }

  /** The same outcome, judged by more than the standard. */
  public Result withJudgement(Judgement other) {
    return new Result(
        file, sha256, format, type, version, edition, verdict, rows, readToEnd, counts, groups,
        notRun, other);
  }

  /** Whether signatures were verified, and not a message judged. */
  public boolean isOfSignatures() {
    return "package".equals(format) || "signature".equals(format);
  }

  /** Findings of one severity. */
  public long count(Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  /**
   * All findings of one problem.
   *
   * @param count exact number of findings
   * @param values offending texts, most frequent first; at most 1,000 distinct ones
   * @param otherValues findings whose text is not among {@code values}
   * @param samples the first few findings
   * @param spread where in the file the findings are
   */
  public record Group(
      Problem problem,
      Severity severity,
      long count,
      List<ValueCount> values,
      long otherValues,
      List<Sample> samples,
      Spread spread) {
    public Group {
      values = List.copyOf(values);
      samples = List.copyOf(samples);
    }

    /** Findings whose places were not kept. */
    public Group(
        Problem problem,
        Severity severity,
        long count,
        List<ValueCount> values,
        long otherValues,
        List<Sample> samples) {
      this(problem, severity, count, values, otherValues, samples, Spread.UNKNOWN);
    }

    /** The same findings with other samples. */
    public Group withSamples(List<Sample> others) {
      return new Group(problem, severity, count, values, otherValues, others, spread);
    }
  }

  /**
   * How often one text was found.
   *
   * @param suggestion what was probably meant, or null
   */
  public record ValueCount(String value, long count, @Nullable String suggestion) {}

  /**
   * A finding with what stands there.
   *
   * @param excerpt the row or line as it stands in the file, possibly cut, or null when it cannot
   *     be shown
   * @param caret offset in the excerpt of the offending text, or −1
   * @param caretLength length of the offending text
   */
  public record Sample(Finding finding, @Nullable String excerpt, int caret, int caretLength) {}

  /**
   * A rule that was not run on some rows.
   *
   * @param why key of the reason, see {@link FindingSink#notRun}
   */
  public record NotRun(String rule, long count, String why) {}
}
