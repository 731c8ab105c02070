package org.midex.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.midex.conformance.run.Matrix;
import org.midex.conformance.run.Status;
import org.midex.conformance.wording.Wording;

/** Writes which implementations understand one another. */
public final class MatrixReports {
  private MatrixReports() {}

  /**
   * Writes {@code matrix.md}, and for each pair a folder with its reports.
   *
   * @param folder made if it is not there
   */
  public static void write(List<Matrix.Pair> pairs, Path folder, Wording wording)
      throws IOException {
    for (int i = 0; i < pairs.size(); i++) {
      RunReports.write(pairs.get(i).result(), folder.resolve(name(pairs.get(i))), wording);
    }
    Files.write(
        folder.resolve("matrix.md"), table(pairs, wording).getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Matrix.Pair pair) {
    return pair.producer() + "-to-" + pair.consumer();
  }

  /** Rows are producers, columns consumers. */
  public static String table(List<Matrix.Pair> pairs, Wording wording) {
    List<String> names = pairs.stream().map(Matrix.Pair::consumer).distinct().toList();
    StringBuilder text = new StringBuilder("| ");
    text.append(wording.text("conformance.report.matrix")).append(" |");
    names.forEach(name -> text.append(' ').append(name).append(" |"));
    text.append("\n|---|").append("---|".repeat(names.size())).append('\n');
    for (int i = 0; i < pairs.size(); i++) {
      Matrix.Pair pair = pairs.get(i);
      if (i % names.size() == 0) {
        text.append("| ").append(pair.producer()).append(" |");
      }
      text.append(' ').append(cell(pair, wording)).append(" |");
      if (i % names.size() == names.size() - 1) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String cell(Matrix.Pair pair, Wording wording) {
    Tally tally = new Tally(pair.result().results());
    String pass = Integer.toString(tally.count(Status.PASS));
    return tally.run() == 0
        ? wording.text("conformance.report.apart")
        : wording.text(
            "conformance.report.part", Map.of("n", pass, "all", Integer.toString(tally.run())));
  }
}
