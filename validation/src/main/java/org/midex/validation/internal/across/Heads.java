package org.midex.validation.internal.across;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.schema.RowType;
import org.midex.validation.Companion;

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

  /**
   * Messages that hold: none that is for information only, or that another one replaces; the newest
   * first.
   *
   * @param head the message that they are held against
   */
  static List<Companion> current(List<Companion> messages, MessageHead head) {
    Set<String> replaced = new HashSet<>();
    replaces(head).ifPresent(replaced::add);
    messages.forEach(m -> replaces(m.head()).ifPresent(replaced::add));
    return messages.stream()
        .filter(m -> m.head().action() != Action.INFORMATION)
        .filter(m -> m.head().id() == null || !replaced.contains(m.head().id()))
        .sorted(
            Comparator.comparing(
                    (Companion m) -> Objects.requireNonNullElse(prepared(m.head()), Instant.MIN))
                .reversed())
        .toList();
  }

  /** The id of the message that this one replaces. */
  static Optional<String> replaces(MessageHead head) {
    return head.header().first("Replaces", "Message");
  }
}
