/**
 * Templates: workbooks and CSV files that a statistician fills in. Start at {@link
 * org.midex.tabular.internal.template.TemplateWorkbook} for writing and {@link
 * org.midex.tabular.internal.template.FilledWorkbook} for reading; what a spreadsheet does to cells
 * is told apart in {@link org.midex.tabular.internal.template.SpreadsheetCheck}.
 */
@NullMarked
package org.midex.tabular.internal.template;

import org.jspecify.annotations.NullMarked;
