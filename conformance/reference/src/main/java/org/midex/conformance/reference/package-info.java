/**
 * The library as an implementation under test: answers the requests of the conformance protocol.
 * Start at {@link ReferenceImplementation}; each operation is a class.
 */
@org.jspecify.annotations.NullMarked
package org.midex.conformance.reference;
