/** What is said of implementations, in the language of whoever reads it. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.wording;
