package org.midex.report.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Waiver;
import org.midex.report.RecordedRule;

/** What one line of a recorded report says. */
public sealed interface Recorded {
  /** A file begins. */
  record Head(
      String file,
      @Nullable String program,
      @Nullable String edition,
      @Nullable String extension,
      @Nullable String date,
      List<String> options,
      List<RecordedRule> rules)
      implements Recorded {}

  /**
   * One finding.
   *
   * @param key key of its row, or null
   * @param waiver what covers it, or null
   */
  record Found(Finding finding, @Nullable String key, @Nullable Waiver waiver) implements Recorded {
    public Problem problem() {
      return finding.problem();
    }

    public Occurrence occurrence() {
      return new Occurrence() {
        @Override
        public long record() {
          return finding.location().record();
        }

        @Override
        public @Nullable String value() {
          return finding.value();
        }

        @Override
        public @Nullable String suggestion() {
          return finding.suggestion();
        }

        @Override
        public Map<String, String> details() {
          return finding.details();
        }

        @Override
        public @Nullable String key() {
          return key;
        }

        @Override
        public Location location() {
          return finding.location();
        }
      };
    }
  }

  /** A file's outcome. */
  record Outcome(Result result) implements Recorded {}

  /** A file could not be judged; what else is known of the run as in its head. */
  record Failed(Head head, String reason) implements Recorded {}

  /** Understands a line; null when it is none of a recorded report. */
  static @Nullable Recorded of(JsonLine line) {
    if (line.has("header")) {
      return head(line.object("header"));
    }
    if (line.has("failed")) {
      JsonLine failed = line.object("failed");
      return new Failed(head(failed), failed.text("failure", "-"));
    }
    if (line.has("summary")) {
      return new Outcome(JsonResult.result(line.object("summary")));
    }
    if (!line.has("rule") || !line.has("record")) {
      return null;
    }
    Waiver waiver = line.has("waiver") ? JsonJudgement.waiver(line.object("waiver")) : null;
    return new Found(JsonResult.finding(line), line.text("key"), waiver);
  }

  private static Head head(JsonLine head) {
    return new Head(
        head.text("file", "-"),
        head.text("midex"),
        head.text("edition"),
        head.text("extension"),
        head.text("date"),
        head.strings("options"),
        head.objects("rules").stream().map(RecordedRules::read).toList());
  }
}
