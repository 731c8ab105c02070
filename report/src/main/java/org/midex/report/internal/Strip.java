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
    String cluster = cluster(spread, last, texts);
    html.inline("title", cluster.isEmpty() ? label : label + ". " + cluster);
    html.open("path", "d", path(spread, last)).end("path").close("svg");
    html.open("p", "class", "scale", "aria-hidden", "true", "dir", "ltr");
    html.inline("span", "1").inline("span", Figures.of(last)).close("p");
    if (!cluster.isEmpty()) {
      html.block("p", cluster, "class", "note");
    }
  }

  /** Whether more than half of many are in one place. */
  private static boolean clusters(Spread spread) {
    long all = spread.buckets().stream().mapToLong(Long::longValue).sum();
    long most = Collections.max(spread.buckets());
    return most > SHOWN && spread.width() > 1 && spread.buckets().size() > 2 && 2 * most > all;
  }

  /** Where they all are, if that is less than half of the file; else where most of them are. */
  private static String cluster(Spread spread, long last, Texts texts) {
    List<Long> buckets = spread.buckets();
    int first = 0;
    int end = buckets.size();
    while (buckets.get(first) == 0) {
      first++;
    }
    while (buckets.get(end - 1) == 0) {
      end--;
    }
    long all = buckets.stream().mapToLong(Long::longValue).sum();
    if (all > SHOWN && 2 * (end - first) < buckets.size()) {
      long from = first * spread.width() + 1;
      long to = Math.min(last, end * spread.width());
      return texts.ui("report.html.allBetween", between(all, from, to));
    }
    return clusters(spread) ? densest(spread, last, texts) : "";
  }

  private static Map<String, String> between(long n, long from, long to) {
    return Map.of("n", Figures.of(n), "from", Long.toString(from), "to", Long.toString(to));
  }

  private static String densest(Spread spread, long last, Texts texts) {
    List<Long> buckets = spread.buckets();
    int most = buckets.indexOf(Collections.max(buckets));
    return texts.ui(
        "report.html.densest",
        between(
            buckets.get(most),
            most * spread.width() + 1,
            Math.min(last, (most + 1) * spread.width())));
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
