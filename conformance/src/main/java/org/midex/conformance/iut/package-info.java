/** Implementations under test, and how the runner talks to them. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.iut;
