/** What came of a run, for people and programs. */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.report;
