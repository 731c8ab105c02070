package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Messages that Austria submits, mostly to France. */
final class Submissions {
  static final String FIRST = letter("2001", "5210");
  static final String CHANGED = letter("2001", "5211");
  static final String OTHER = letter("2002", "77");
  static final String FAULTY = letter("2003", "05210");
  static final String FOR_GERMANY =
      new String(Letters.from(Letters.AUSTRIA, "2005", "5210", Letters.GERMANY), UTF_8);
  static final String CORRECTION = replacing(letter("2006", "5300"), FIRST);

  static String letter(String number, String value) {
    return new String(Letters.from(Letters.AUSTRIA, number, value, Letters.FRANCE), UTF_8);
  }

  /** The id of a message. */
  static String id(String message) {
    int at = message.indexOf(" id=\"") + 5;
    return message.substring(at, message.indexOf('"', at));
  }

  static String replacing(String message, String replaced) {
    return replacing(message, id(replaced), Generator.sha256(replaced.getBytes(UTF_8)));
  }

  static String replacing(String message, String id, String digest) {
    return message.replace(
        "</Header>",
        "<Replaces>\n<Message>"
            + id
            + "</Message>\n<Digest>"
            + digest
            + "</Digest>\n</Replaces>\n</Header>");
  }

  static String from(String sender, String number, String... receivers) {
    return new String(Letters.from(sender, number, "5210", receivers), UTF_8);
  }

  static String real(String message) {
    return message.replace("<Test>true</Test>\n", "");
  }

  private Submissions() {}
}
