/**
 * The rules. {@link org.midex.validation.internal.DatasetRules} puts together those of one message:
 * a {@link org.midex.validation.internal.RowRule} looks at one row, a {@link
 * org.midex.validation.internal.KeyCheck} remembers rows by their keys and judges at the end. All
 * belong to one run and one thread. Rules between messages are in {@code across}, those on what may
 * be public in {@code disclosure}; {@code ruleset} and {@code vendor} bring in what offices and
 * vendors add.
 */
@NullMarked
package org.midex.validation.internal;

import org.jspecify.annotations.NullMarked;
