/**
 * What is published of the catalogue: XML schemas, Avro schemas, SDMX structures and documentation
 * pages. Start at {@link org.midex.schema.publish.Publisher}, which writes all of them; each
 * generator turns a catalogue into texts by file name and touches no file itself, and the same
 * catalogue always gives the same bytes. Immutable and shareable between threads.
 */
@NullMarked
package org.midex.schema.publish;

import org.jspecify.annotations.NullMarked;
