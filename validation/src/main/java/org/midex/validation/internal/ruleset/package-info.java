/** Rule sets and waivers: reading their files, and which findings a waiver covers. */
@NullMarked
package org.midex.validation.internal.ruleset;

import org.jspecify.annotations.NullMarked;
