package org.midex.validation.internal.across;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.schema.RowType;

/** What the heads of two messages say of each other. */
final class Heads {
  private Heads() {}

  /** Who sends the message, as area and authority; empty when the header does not say. */
  static Optional<String> sender(MessageHead head) {
    Optional<String> authority = head.header().first("Sender", "Authority");
    return head.header().first("Sender", "Area").flatMap(a -> authority.map(b -> a + " " + b));
  }

  static boolean sameSender(MessageHead one, MessageHead other) {
    return sender(one).isPresent() && sender(one).equals(sender(other));
  }

  static boolean sameTheme(MessageHead one, MessageHead other) {
    RowType type = one.type();
    return type != null && type.equals(other.type());
  }

  /** When the message was made; null when the header does not say it rightly. */
  static @Nullable Instant prepared(MessageHead head) {
    try {
      return head.header().first("Prepared").map(Instant::parse).orElse(null);
    } catch (DateTimeException e) {
      return null; // the reader reported it
    }
  }

  /** The id of the message that this one replaces. */
  static Optional<String> replaces(MessageHead head) {
    return head.header().first("Replaces", "Message");
  }
}
