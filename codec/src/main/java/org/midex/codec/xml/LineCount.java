package org.midex.codec.xml;

/**
 * The lines of a range of bytes.
 *
 * @param newLines how many begin in it
 * @param lastLine where the last of them begins, from the range's start
 * @param surplus bytes of that line, or of all where none begins, less their UTF-16 characters
 */
record LineCount(int newLines, int lastLine, int surplus) {}
