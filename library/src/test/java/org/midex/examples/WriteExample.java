package org.midex.examples;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.midex.Midex;
import org.midex.codec.header.Headers;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.Observation;
import org.midex.model.header.Header;
import org.midex.model.header.Party;
import org.midex.schema.RowType;

final class WriteExample {
  private WriteExample() {}

  static void run(Path file) throws IOException {
    // example
    Midex midex = Midex.standard();
    Party sender = new Party();
    sender.setArea("AUT");
    sender.setAuthority("EXAMPLE-STATS");
    Header header = new Header();
    header.setEdition(midex.catalogue().edition().date());
    header.setPrepared(Instant.parse("2026-11-02T09:00:00Z"));
    header.setSender(sender);
    RowType theme = midex.catalogue().theme("REFUGEE_POP");
    MessageHead head =
        new MessageHead(
            "urn:uuid:" + UUID.randomUUID(),
            "1.0",
            Headers.toNode(header),
            theme,
            Action.APPEND,
            Map.of());
    try (MessageWriter writer = midex.write(file, head)) { // the extension says XML or Avro
      writer.write(
          Observation.of(
              theme,
              Map.ofEntries(
                  entry("REF_AREA", "AUT"),
                  entry("ORIGIN", "SYR"),
                  entry("POP_TYPE", "REF"),
                  entry("SEX", "_T"),
                  entry("AGE", "_T"),
                  entry("LOCATION_TYPE", "_T"),
                  entry("ACCOMMODATION", "_T"),
                  entry("TIME_PERIOD", "2024"),
                  entry("OBS_VALUE", "6525"))));
    }
    // end
  }
}
