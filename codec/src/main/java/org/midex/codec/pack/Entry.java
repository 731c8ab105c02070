package org.midex.codec.pack;

/**
 * A file in a package.
 *
 * @param name path with slashes
 * @param stored whether it is not compressed
 * @param crc CRC-32 of its bytes
 * @param compressed number of bytes in the package
 * @param size number of bytes when unpacked
 * @param header offset of its local header
 * @param data offset of its bytes
 * @param end offset behind its bytes and what belongs to them
 */
record Entry(
    String name,
    boolean stored,
    long crc,
    long compressed,
    long size,
    long header,
    long data,
    long end) {}
