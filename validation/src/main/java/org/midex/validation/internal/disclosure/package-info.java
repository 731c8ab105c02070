/**
 * What may not stand in a public message: small figures, confidential ones, and suppressed ones
 * that can be computed from others.
 */
@NullMarked
package org.midex.validation.internal.disclosure;

import org.jspecify.annotations.NullMarked;
