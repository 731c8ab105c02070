package org.midex.codec.xml;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column in characters, from 1
 * @param offset in bytes, from 0
 */
record Place(long line, long column, long offset) {}
