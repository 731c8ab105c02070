/**
 * Messages in XML: {@link org.midex.codec.xml.XmlCodec}. The reader is the exact lane: a StAX walk
 * that reports every difference from the published XSD and goes on; the writer writes the canonical
 * form.
 */
@NullMarked
package org.midex.codec.xml;

import org.jspecify.annotations.NullMarked;
