/**
 * Messages in Avro object containers: {@link org.midex.codec.avro.AvroCodec}. A file's header is
 * written with Apache Avro, rows and blocks are written here. Files are read without it: container,
 * schema and rows of a hostile file are taken apart here, with limits, because Avro's own schema
 * parser can be made to overflow or to run for ever ({@code
 * docs/decisions/006-avro-read-by-hand.md}). Rows are read in two lanes: start at {@code
 * RowReader}. Codecs are shareable; readers and writers belong to one thread.
 */
@NullMarked
package org.midex.codec.avro;

import org.jspecify.annotations.NullMarked;
