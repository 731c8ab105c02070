/** How reports put words, figures and hostile texts. Stateless helpers that any thread may use. */
@NullMarked
package org.midex.report.internal;

import org.jspecify.annotations.NullMarked;
