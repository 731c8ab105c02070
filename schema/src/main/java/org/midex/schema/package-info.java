/**
 * The standard as data. Start at {@link org.midex.schema.Catalogue}: it loads concepts, code lists,
 * themes, component types and rules from the files that people edit, each on first use, and answers
 * with immutable values. Everything here may be shared between threads. Reading and checking
 * messages is left to the modules above; nothing here knows of XML or Avro bytes.
 */
@NullMarked
package org.midex.schema;

import org.jspecify.annotations.NullMarked;
