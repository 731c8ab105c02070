/**
 * MIDEX as a library. Start at {@link org.midex.Midex}: it reads, writes, imports, validates,
 * converts and compares messages, from files or streams. The facade is immutable and may be shared;
 * readers and writers belong to one thread. Nothing is fetched from anywhere.
 */
@NullMarked
package org.midex;

import org.jspecify.annotations.NullMarked;
