package org.midex.tabular.internal.template;

import java.text.Bidi;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** How the sheets of a template look. Colours are RGB in hexadecimal digits. */
final class Looks {
  /** Excel's format for text: what is typed stays as it is. */
  static final String TEXT = "@";

  static final String DARK = "1F3864";
  static final String MIDDLE = "44546A";
  static final String PALE = "EDEFF3";
  static final String TO_FILL = "FFF8DC";
  private static final double LINE_HEIGHT = 15;
  private static final int MOST_LINES = 20;
  private static final String LINE = "C9CDD6";
  private static final String GREY = "5F6672";
  private static final String WHITE = "FFFFFF";

  private Looks() {}

  /** A heading of a column, on a dark ground. */
  static void heading(Worksheet sheet, int row, int column, String ground) {
    sheet
        .style(row, column)
        .bold()
        .fontColor(WHITE)
        .fillColor(ground)
        .wrapText(true)
        .verticalAlignment("center")
        .format(TEXT)
        .set();
  }

  /** An id, small, for programs and for who asks them. */
  static void id(Worksheet sheet, int row, int column, String ground) {
    sheet
        .style(row, column)
        .fontSize(8)
        .fontColor(GREY)
        .fillColor(ground)
        .verticalAlignment("top")
        .format(TEXT)
        .set();
  }

  /** Text of several lines. */
  static void wrapped(Worksheet sheet, int row, int column) {
    sheet.style(row, column).wrapText(true).verticalAlignment("top").format(TEXT).set();
  }

  /** A text cell with lines around it. */
  static StyleSetter lined(StyleSetter style) {
    return style.format(TEXT).borderStyle("thin").borderColor(LINE).verticalAlignment("top");
  }

  /**
   * As many lines as a wrapped text needs: not every program works them out.
   *
   * @param length of the text, in characters
   * @param width of its column, in digits: about four letters of five need that much
   */
  static void height(Worksheet sheet, int row, int length, int width) {
    int lines = 1 + Math.max(0, length * 4 / 5 - 1) / width;
    sheet.rowHeight(row, Math.min(lines, MOST_LINES) * LINE_HEIGHT);
  }

  static void title(Worksheet sheet, int row, int column, int size) {
    sheet.style(row, column).bold().fontSize(size).fontColor(DARK).set();
  }

  static void remark(Worksheet sheet, int row, int column) {
    sheet.style(row, column).fontColor(GREY).verticalAlignment("top").set();
  }

  /** Whether a language's text runs from right to left. */
  static boolean isRightToLeft(String text) {
    return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }
}
