/**
 * Packages: files with signatures (ASiC-E with CAdES, detached CMS), and sealed for their
 * receivers. Knows bytes, keys and certificates, and no message.
 */
@NullMarked
package org.midex.codec.pack;

import org.jspecify.annotations.NullMarked;
