/**
 * What both syntaxes share: hardened XML reading, the walk through a message's head (root, header,
 * payload start tag) and its canonical form. XML messages begin with it; Avro containers carry it
 * as metadata. Not exported.
 */
@NullMarked
package org.midex.codec.head;

import org.jspecify.annotations.NullMarked;
