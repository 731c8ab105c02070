/**
 * Says to people and programs what validation found. Start at {@link org.midex.report.Reports}: it
 * opens a {@link org.midex.report.Report} in one of the formats, to which results are added as they
 * become known. Nothing is judged here. What the data contain never acts on the reader's terminal:
 * control and direction characters are shown as escapes. Settings are immutable and may be shared;
 * a report belongs to one thread.
 */
@NullMarked
package org.midex.report;

import org.jspecify.annotations.NullMarked;
