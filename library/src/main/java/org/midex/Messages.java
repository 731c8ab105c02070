package org.midex;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.codec.pack.Addressing;
import org.midex.codec.pack.SignedPackage;
import org.midex.internal.Format;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Party;
import org.midex.model.Result;
import org.midex.model.Verdict;

/** What those who sign and seal have to know of messages. */
final class Messages {
  private final Midex midex;

  Messages(Midex midex) {
    this.midex = midex;
  }

  /** Whether a file is a message, by its name. */
  static boolean isOne(String name) {
    return Format.ofName(name) != null;
  }

  /** Whether all are right, so that a government can put its name to them. */
  static boolean areSound(Map<String, Result> results) {
    return results.values().stream().allMatch(r -> r.verdict() == Verdict.CONFORMANT);
  }

  Result judge(Source source) throws IOException {
    return midex.validate(source);
  }

  /**
   * Who sends a message to whom; nobody when it does not say, or is no message.
   *
   * @param raw the message, which is closed
   */
  Addressing addressing(InputStream raw) throws IOException {
    try (MessageReader reader = midex.read(raw, FindingSink.ignoring())) {
      MessageHead head = reader.head();
      return new Addressing(Party.sender(head).orElse(null), Party.receivers(head));
    } catch (MalformedMessageException e) {
      return Addressing.NONE;
    }
  }

  /** What each message in a package says of its way. What cannot be unpacked is told elsewhere. */
  List<Addressing> addressings(SignedPackage file) {
    List<Addressing> all = new ArrayList<>();
    for (String name : file.payloads()) {
      if (isOne(name)) {
        try {
          all.add(addressing(file.open(name)));
        } catch (IOException e) {
          all.add(Addressing.NONE);
        }
      }
    }
    return all;
  }
}
