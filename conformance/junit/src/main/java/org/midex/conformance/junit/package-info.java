/** The conformance suite as dynamic tests of JUnit 5. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.junit;
