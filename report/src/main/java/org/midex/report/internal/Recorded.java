package org.midex.report.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.Finding;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;

/** What one line of a recorded report says. */
public sealed interface Recorded {
  /** A file begins. */
  record Head(
      String file,
      @Nullable String program,
      @Nullable String edition,
      @Nullable String extension,
      @Nullable String date)
      implements Recorded {}

  /** One finding. */
  record Found(Finding finding) implements Recorded {
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
        public Location location() {
          return finding.location();
        }
      };
    }
  }

  /** A file's outcome. */
  record Outcome(Result result) implements Recorded {}

  /** Understands a line; null when it is none of a recorded report. */
  static @Nullable Recorded of(JsonLine line) {
    if (line.has("header")) {
      JsonLine head = line.object("header");
      return new Head(
          head.text("file", "-"),
          head.text("midex"),
          head.text("edition"),
          head.text("extension"),
          head.text("date"));
    }
    if (line.has("summary")) {
      return new Outcome(JsonResult.result(line.object("summary")));
    }
    return line.has("rule") && line.has("record") ? new Found(JsonResult.finding(line)) : null;
  }
}
