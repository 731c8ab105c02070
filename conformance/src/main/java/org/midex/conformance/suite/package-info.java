/** The vectors, and what they ask and expect. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.suite;
