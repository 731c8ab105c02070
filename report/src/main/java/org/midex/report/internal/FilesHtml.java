package org.midex.report.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

/** The list of files at the start of a report in HTML. */
final class FilesHtml {
  private static final int LONGEST = 300;

  private final Texts texts;
  private final Markup rows = new Markup();
  private long bytes;
  private int unlisted;

  FilesHtml(Texts texts) {
    this.texts = texts;
  }

  /** Bytes of the list so far. */
  long bytes() {
    return bytes;
  }

  /**
   * Adds a file.
   *
   * @param word stable word of the verdict
   * @param counts findings, or null when they are not known
   * @param link id of what is written of it, or empty when nothing is
   * @param room bytes that may be written
   * @return whether there was room for it
   */
  boolean add(
      String file,
      String word,
      String verdict,
      @Nullable Map<Severity, Long> counts,
      String link,
      long room) {
    Markup row = new Markup();
    row.open("tr").open("td", "class", "v " + word).text(verdict).end("td").open("td");
    String name = Plain.clip(file, LONGEST);
    if (link.isEmpty()) {
      row.text(name);
    } else {
      row.inline("a", name, "href", "#" + link, "dir", "ltr");
    }
    row.end("td");
    for (Severity severity : Severity.values()) {
      if (counts == null) {
        row.inline("td", "–", "class", "n");
      } else {
        Table.figure(row, counts.getOrDefault(severity, 0L));
      }
    }
    row.close("tr");
    int length = row.bytes();
    if (length > room) {
      unlisted++;
      return false;
    }
    bytes += length;
    rows.add(row);
    return true;
  }

  void write(Markup html) {
    html.open("section").block("h2", texts.ui("report.html.files"));
    Table table =
        new Table(html, "files")
            .heading(texts.ui("report.html.verdict"))
            .heading(texts.ui("report.html.file"));
    for (Severity severity : Severity.values()) {
      table.severity(severity, texts);
    }
    table.rows().add(rows);
    table.close();
    if (unlisted > 0) {
      Map<String, String> n = Map.of("n", Figures.of(unlisted));
      html.block("p", texts.ui("report.html.moreFiles", n), "class", "more");
    }
    html.close("section");
  }
}
