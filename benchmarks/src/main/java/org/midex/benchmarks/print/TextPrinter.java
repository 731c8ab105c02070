package org.midex.benchmarks.print;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.midex.benchmarks.measure.Measurement;

/** For a terminal; the goals come last, where they are seen. */
public final class TextPrinter implements Printer {
  @Override
  public void print(Report report, Appendable out) throws IOException {
    out.append(Tables.machine(report)).append('\n').append(Tables.basis(report)).append("\n\n");
    for (Map.Entry<String, List<Measurement>> group : report.results().groups().entrySet()) {
      out.append(group.getKey()).append('\n');
      Tables.group(group.getValue()).printText(out);
      out.append('\n');
    }
    Tables.figures(report).printText(out);
    out.append('\n');
    Tables.sizes(report).printText(out);
    out.append('\n');
    Tables.goals(report).printText(out);
    long met = report.outcomes().stream().filter(outcome -> outcome.met()).count();
    out.append(met + " of " + report.outcomes().size() + " goals met\n");
  }
}
