package org.midex.codec.xml;

/**
 * Where a message's start tags are, in characters from a byte order mark on.
 *
 * @param rootEnd behind the root's start tag
 * @param payloadStart before the payload's start tag
 * @param payloadEnd behind it
 */
record StartTags(long rootEnd, long payloadStart, long payloadEnd) {}
