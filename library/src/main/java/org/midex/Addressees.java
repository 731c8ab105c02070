package org.midex;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.Arrival.Letter;
import org.midex.model.Party;
import org.midex.validation.FindingCollector;

/** Rules of the exchange that hold for messages and receipts alike. */
final class Addressees {
  private Addressees() {}

  /** Whether a message is meant for who received it; one that names nobody is for anybody. */
  static void check(Letter letter, @Nullable Party as, FindingCollector found) {
    List<Party> receivers = letter.receivers();
    if (as != null && !receivers.isEmpty() && !receivers.contains(as)) {
      Correspondence.report(
          "MDX-E10", "Receiver", as.toString(), Map.of("receivers", Party.names(receivers)), found);
    }
  }

  /** Whether two messages that refer to one another are both tests, or both none. */
  static void checkTest(boolean here, boolean there, String other, FindingCollector found) {
    if (here != there) {
      Correspondence.report(
          "MDX-E16",
          "Test",
          other,
          Map.of("here", Boolean.toString(here), "there", Boolean.toString(there)),
          found);
    }
  }
}
