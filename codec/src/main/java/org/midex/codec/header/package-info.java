/**
 * The header between the tree that readers give and the classes that vendors fill: {@link
 * org.midex.codec.header.Headers}. The only place where Jakarta XML Binding is used; nothing on the
 * way of a validation loads it.
 */
@NullMarked
package org.midex.codec.header;

import org.jspecify.annotations.NullMarked;
