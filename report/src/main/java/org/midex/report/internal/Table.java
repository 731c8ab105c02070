package org.midex.report.internal;

import org.midex.report.wording.Figures;
import org.midex.schema.Severity;
import org.midex.schema.Texts;

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

  /** A heading that is not shown where there is no room for it. */
  Table word(String text) {
    html.open("th", "scope", "col").inline("span", text, "class", "word").end("th");
    return this;
  }

  /** A heading over figures. */
  Table figures(String text) {
    html.inline("th", text, "scope", "col", "class", "n");
    return this;
  }

  /** A heading over figures that is a sign where there is no room for its word. */
  Table severity(Severity severity, Texts texts) {
    html.open("th", "scope", "col", "class", "n");
    html.inline("span", Words.sign(severity), "aria-hidden", "true", "class", "sign").text(" ");
    html.inline("span", texts.ui("report." + Words.of(severity)), "class", "word").end("th");
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
