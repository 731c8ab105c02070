/**
 * How findings, figures and texts of the data are put for people: in the catalogue's words, within
 * a terminal's columns, and harmless. Start at {@link org.midex.report.wording.Wording} and {@link
 * org.midex.report.wording.Plain}. Whatever else writes to a terminal uses these too.
 */
@NullMarked
package org.midex.report.wording;

import org.jspecify.annotations.NullMarked;
