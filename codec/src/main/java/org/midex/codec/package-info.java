/**
 * Bytes to model and back. Start at {@link org.midex.codec.Codecs}, which picks the codec of a
 * file, or at the codecs themselves: {@link org.midex.codec.xml.XmlCodec} and {@link
 * org.midex.codec.avro.AvroCodec}. {@link org.midex.codec.DigestWriter} computes the digests of
 * what is written to it. Structure is checked here; meaning is checked by {@code
 * org.midex.validation}. Codecs are immutable and shareable; readers and writers belong to one
 * thread.
 */
@NullMarked
package org.midex.codec;

import org.jspecify.annotations.NullMarked;
