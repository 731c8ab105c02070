package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Stream;

/** Small messages to sign and to seal. */
final class Letters {
  static final String AUSTRIA = "AUT:EXAMPLE-STATS";
  static final String GERMANY = "DEU:EXAMPLE-MIN";
  static final String FRANCE = "FRA:EXAMPLE-INT";

  /** What Austria sends to Germany. */
  static final byte[] GOOD = from(AUSTRIA, "1001", "5210", GERMANY);

  /** Another figure. */
  static final byte[] FORGED = from(AUSTRIA, "1001", "9999", GERMANY);

  /** A figure that is no number. */
  static final byte[] FAULTY = from(AUSTRIA, "1001", "05210", GERMANY);

  /** Of a newer version, with a field that cannot be judged. */
  static final byte[] NEWER =
      new String(GOOD, UTF_8)
          .replace("version=\"1.0\" id", "version=\"1.9\" id")
          .replace("OBS_VALUE", "NEW_FIELD=\"1\" OBS_VALUE")
          .getBytes(UTF_8);

  private Letters() {}

  /**
   * A message.
   *
   * @param number the end of its id
   * @param value its only figure
   */
  static byte[] from(String sender, String number, String value, String... receivers) {
    StringBuilder parties = new StringBuilder(party("Sender", sender));
    Stream.of(receivers).forEach(receiver -> parties.append(party("Receiver", receiver)));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Message xmlns="urn:midex:1" version="1.0" id="urn:uuid:0c5e7c1e-6f0b-4a35-9f0e-2b6a0c9d%s">
        <Header>
        <Edition>2026-11-25</Edition>
        <Prepared>2026-02-20T09:00:00Z</Prepared>
        %s<Classification>RESTRICTED</Classification>
        <Test>true</Test>
        </Header>
        <FLOW_IN action="Replace" UNIT_MEASURE="PS">
        <Obs REF_AREA="%s" PREV_RESIDENCE="DEU" CITIZENSHIP="_T" COUNTRY_BIRTH="_T" REASON="_T" \
        DURATION_CRITERION="_T" SEX="_T" AGE="_T" AGE_DEF="_T" TIME_PERIOD="2024" OBS_VALUE="%s"/>
        </FLOW_IN>
        </Message>
        """
        .formatted(number, parties, sender.substring(0, 3), value)
        .getBytes(UTF_8);
  }

  private static String party(String role, String party) {
    int colon = party.indexOf(':');
    return "<%s>\n<Area>%s</Area>\n<Authority>%s</Authority>\n</%s>\n"
        .formatted(role, party.substring(0, colon), party.substring(colon + 1), role);
  }
}
