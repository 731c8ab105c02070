/**
 * Judges what a message means: codes, periods, figures, duplicate keys, sums. Start at {@link
 * org.midex.validation.Validator}, which runs the rules of the catalogue over any reader, and
 * {@link org.midex.validation.FindingCollector}, which sums up what they find. A validator is
 * immutable and may be shared; a collector belongs to one thread. Structure is judged by the
 * readers themselves.
 */
@NullMarked
package org.midex.validation;

import org.jspecify.annotations.NullMarked;
