/**
 * What a message says, free of syntax. Start at {@link org.midex.model.MessageReader} and {@link
 * org.midex.model.RowView}: a reader is a cursor over rows whose view changes under the caller,
 * {@link org.midex.model.Observation} keeps one. Findings about data go to a {@link
 * org.midex.model.FindingSink}; a {@link org.midex.model.Result} sums them up. Values are immutable
 * and may be shared; readers, writers, rows and sinks belong to one thread. Bytes are left to the
 * codecs, meaning to the validation.
 */
@NullMarked
package org.midex.model;

import org.jspecify.annotations.NullMarked;
