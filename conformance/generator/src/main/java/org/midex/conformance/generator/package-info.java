/** Makes the vectors of the conformance suite. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.generator;
