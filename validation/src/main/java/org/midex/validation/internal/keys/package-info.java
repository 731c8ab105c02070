/**
 * The keys of a message's rows, and what it takes to judge rows beside one another: rows are kept
 * until all are read, then brought together a part at a time.
 */
@NullMarked
package org.midex.validation.internal.keys;

import org.jspecify.annotations.NullMarked;
