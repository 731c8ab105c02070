package org.midex.codec;

/**
 * The two digests of a message, SHA-256 in lower-case hexadecimal.
 *
 * @param message of the canonical bytes: a canonical file's own SHA-256
 * @param data of the rows' canonical lines, sorted bytewise: free of header and order, so that
 *     equal figures have equal digests. A receipt has no rows: its data digest is that of nothing
 */
public record Digests(String message, String data) {}
