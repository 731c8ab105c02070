/** Runs vectors on implementations, and says what came of it. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.run;
