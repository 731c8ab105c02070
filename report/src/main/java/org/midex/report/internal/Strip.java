package org.midex.report.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.midex.model.Spread;
import org.midex.report.wording.Figures;
import org.midex.schema.Texts;

/** Draws where in a file the findings of a group cluster. */
final class Strip {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 40;
  private static final int LEAST = 5;

  /** So few findings are shown one by one. */
  private static final int SHOWN = 3;

  private Strip() {}

  /**
   * Nothing when the findings are in no row.
   *
   * @param rows rows of the file
   */
  static void draw(Markup html, Spread spread, long rows, Texts texts) {
    if (spread.buckets().isEmpty()) {
      return;
    }
    long last = Math.max(rows, (spread.buckets().size() - 1) * spread.width() + 1);
    String label = texts.ui("report.html.whereStrip", Map.of("n", Figures.of(last)));
    String size = "0 0 " + WIDTH + " " + HEIGHT;
    html.block("h4", texts.ui("report.html.where"));
    html.open(
        "svg", "class", "strip", "viewBox", size, "preserveAspectRatio", "none", "role", "img");
    html.inline("title", label + ". " + densest(spread, last, texts));
    html.open("path", "d", path(spread, last)).end("path").close("svg");
    html.open("p", "class", "scale", "aria-hidden", "true", "dir", "ltr");
    html.inline("span", "1").inline("span", Figures.of(last)).close("p");
    if (clusters(spread)) {
      html.block("p", densest(spread, last, texts), "class", "note");
    }
  }

  /** Whether one place has clearly more than its share. */
  private static boolean clusters(Spread spread) {
    long all = spread.buckets().stream().mapToLong(Long::longValue).sum();
    long most = Collections.max(spread.buckets());
    return most > SHOWN && spread.width() > 1 && 2 * most * spread.buckets().size() > 3 * all;
  }

  private static String densest(Spread spread, long last, Texts texts) {
    List<Long> buckets = spread.buckets();
    int most = buckets.indexOf(Collections.max(buckets));
    return texts.ui(
        "report.html.densest",
        Map.of(
            "n", Figures.of(buckets.get(most)),
            "from", Figures.of(most * spread.width() + 1),
            "to", Figures.of(Math.min(last, (most + 1) * spread.width()))));
  }

  /** A bar for each bucket that has findings; the fewest can still be seen. */
  private static String path(Spread spread, long last) {
    long most = Collections.max(spread.buckets());
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < spread.buckets().size(); i++) {
      long count = spread.buckets().get(i);
      if (count > 0) {
        long from = Math.min(WIDTH - 2, at(i * spread.width(), last));
        long to = Math.max(from + 2, at(Math.min(last, (i + 1) * spread.width()), last));
        long height = LEAST + Math.round((double) (HEIGHT - LEAST) * count / most);
        path.append('M').append(from).append(' ').append(HEIGHT);
        path.append('v').append(-height).append('h').append(to - from).append('v').append(height);
        path.append('z');
      }
    }
    return path.toString();
  }

  private static long at(long row, long last) {
    return Math.round((double) WIDTH * row / last);
  }
}
