package org.midex.codec.avro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.midex.codec.bytes.PlainText;
import org.midex.codec.head.Canonical;
import org.midex.model.io.Limits;

/** Reads texts of strict UTF-8, no longer than an attribute in XML. */
final class TextInput {
  private static final int BYTES_PER_CHAR = 3;

  private final byte[] bytes = new byte[Limits.ATTRIBUTE_LENGTH * BYTES_PER_CHAR];
  private boolean forbidden;

  /** The next text; null when its bytes are not UTF-8. */
  @Nullable String read(BinaryInput data) throws IOException {
    long length = data.length();
    if (length > bytes.length) {
      throw tooLong();
    }
    data.readFully(bytes, (int) length);
    forbidden = false;
    if (PlainText.isPlain(bytes, 0, (int) length)) {
      return checked(new String(bytes, 0, (int) length, StandardCharsets.ISO_8859_1));
    }
    String text = Utf8.decode(bytes, 0, (int) length);
    if (text == null) {
      return null;
    }
    forbidden = !Canonical.isXml(text);
    return checked(text);
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

  /** Whether the last text has a character that XML 1.0 cannot hold. */
  boolean hasForbiddenCharacter() {
    return forbidden;
  }
}
