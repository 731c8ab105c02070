package org.midex.codec.avro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.Canonical;
import org.midex.model.io.Limits;

/** Reads texts of strict UTF-8, no longer than an attribute in XML. */
final class TextInput {
  private static final int BYTES_PER_CHAR = 3;

  private final byte[] bytes = new byte[Limits.ATTRIBUTE_LENGTH * BYTES_PER_CHAR];
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private boolean forbidden;

  /** The next text; null when its bytes are not UTF-8. */
  @Nullable String read(BinaryInput data) throws IOException {
    long length = data.length();
    if (length > bytes.length) {
      throw tooLong();
    }
    data.readFully(bytes, (int) length);
    forbidden = false;
    if (isPlain((int) length)) {
      return checked(new String(bytes, 0, (int) length, StandardCharsets.ISO_8859_1));
    }
    try {
      String text = decoder.decode(ByteBuffer.wrap(bytes, 0, (int) length)).toString();
      forbidden = !Canonical.isXml(text);
      return checked(text);
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String checked(String text) throws ContainerException {
    if (text.length() > Limits.ATTRIBUTE_LENGTH) {
      throw tooLong();
    }
    return text;
  }

  private static ContainerException tooLong() {
    return ContainerException.limit("attribute size", Limits.ATTRIBUTE_LENGTH);
  }

  /** Whether all bytes are printable ASCII, as in nearly every text. */
  private boolean isPlain(int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < ' ') {
        return false;
      }
    }
    return true;
  }

  /** Whether the last text has a character that XML 1.0 cannot hold. */
  boolean hasForbiddenCharacter() {
    return forbidden;
  }
}
