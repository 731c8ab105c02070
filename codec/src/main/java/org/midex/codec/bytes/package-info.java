/**
 * Bytes on their way out, which both syntaxes are written through: {@link
 * org.midex.codec.bytes.OutputBuffer} takes them, {@link org.midex.codec.bytes.Fragment} holds what
 * is written again and again. Belongs to one thread.
 */
@NullMarked
package org.midex.codec.bytes;

import org.jspecify.annotations.NullMarked;
