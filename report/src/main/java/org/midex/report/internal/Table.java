package org.midex.report.internal;

import org.midex.report.wording.Figures;

/** Writes a table with one line of headings. */
final class Table {
  private final Markup html;

  Table(Markup html, String style) {
    this.html = html.open("table", "class", style).open("thead").open("tr");
  }

  Table heading(String text) {
    html.inline("th", text, "scope", "col");
    return this;
  }

  /** A heading over figures. */
  Table figures(String text) {
    html.inline("th", text, "scope", "col", "class", "n");
    return this;
  }

  /** Ends the headings. */
  Markup rows() {
    return html.close("tr").close("thead").open("tbody");
  }

  void close() {
    html.close("tbody").close("table");
  }

  /** A cell with a figure. */
  static void figure(Markup html, long number) {
    html.inline("td", Figures.of(number), "class", "n");
  }
}
