/**
 * Messages in XML: {@link org.midex.codec.xml.XmlCodec}. Two lanes read to one meaning: the exact
 * lane is a StAX walk that reports every difference from the published XSD and goes on; the fast
 * lane reads rows in the common form as bytes and leaves everything else to the exact one. The
 * writer writes the canonical form.
 */
@NullMarked
package org.midex.codec.xml;

import org.jspecify.annotations.NullMarked;
