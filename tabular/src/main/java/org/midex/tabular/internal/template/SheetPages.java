package org.midex.tabular.internal.template;

import org.dhatim.fastexcel.Worksheet;

/** What all sheets of a template have in common: direction, and paper when they are printed. */
final class SheetPages {
  private SheetPages() {}

  static void set(Worksheet sheet, boolean rightToLeft) {
    if (rightToLeft) {
      sheet.rightToLeft();
    }
    sheet.pageOrientation("landscape");
    sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }
}
