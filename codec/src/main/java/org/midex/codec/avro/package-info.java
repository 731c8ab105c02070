/**
 * Messages in Avro object containers: {@link org.midex.codec.avro.AvroCodec}. Files are written
 * with Apache Avro. They are read without it: container, schema and rows of a hostile file are
 * taken apart here, with limits, because Avro's own schema parser can be made to overflow or to run
 * for ever ({@code docs/decisions/006-avro-read-by-hand.md}). Rows are read in two lanes: start at
 * {@code RowReader}. Codecs are shareable; readers and writers belong to one thread.
 */
@NullMarked
package org.midex.codec.avro;

import org.jspecify.annotations.NullMarked;
