package org.midex.conformance.report;

import static org.midex.conformance.report.Xml.text;

import java.util.Locale;
import java.util.Map;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.suite.Suite;

/** A badge that says which profiles an implementation conforms to. */
final class Badge {
  private static final double LETTER = 6.8;
  private static final int GAP = 14;

  private Badge() {}

  static String of(RunResult run) {
    String left = "MIDEX " + Suite.VERSION;
    String right = says(run);
    double one = left.length() * LETTER + GAP;
    double two = right.length() * LETTER + GAP;
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="20" role="img" aria-label="%4$s: %5$s">
        <title>%4$s: %5$s (suite %7$s)</title>
        <rect width="%1$.0f" height="20" rx="3" fill="#444"/>
        <rect x="%2$.0f" width="%3$.0f" height="20" rx="3" fill="%6$s"/>
        <g fill="#fff" font-family="Verdana,Geneva,sans-serif" font-size="11">
        <text x="7" y="14">%4$s</text>
        <text x="%8$.0f" y="14">%5$s</text>
        </g>
        </svg>
        """,
        one + two,
        one,
        two,
        text(left),
        text(right),
        !run.isSuccess() ? "#b3261e" : run.ranAnything() ? "#1a7f37" : "#666",
        run.suite().digest(),
        one + 7);
  }

  private static String says(RunResult run) {
    if (!run.isSuccess()) {
      return "not conformant";
    }
    Map<String, Tally> profiles = Tally.by(one -> one.vector().profile(), run);
    String passed =
        String.join(
            ", ",
            profiles.entrySet().stream()
                .filter(one -> one.getValue().run() > 0)
                .map(Map.Entry::getKey)
                .toList());
    return passed.isEmpty() ? "nothing claimed" : passed;
  }
}
