/**
 * Opens the lanes of the codec's package of the same name for the fuzz run, which makes them take
 * turns more often than users may.
 */
@NullMarked
package org.midex.codec.xml;

import org.jspecify.annotations.NullMarked;
