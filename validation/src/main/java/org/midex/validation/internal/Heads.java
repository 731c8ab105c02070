package org.midex.validation.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.schema.RowType;
import org.midex.validation.Companion;

/** What the heads of two messages say of each other. */
public final class Heads {
  private Heads() {}

  /** Who sends the message, as area and authority; empty when the header does not say. */
  public static Optional<String> sender(MessageHead head) {
    Optional<String> authority = head.header().first("Sender", "Authority");
    return head.header().first("Sender", "Area").flatMap(a -> authority.map(b -> a + " " + b));
  }

  public static boolean sameSender(MessageHead one, MessageHead other) {
    return sender(one).isPresent() && sender(one).equals(sender(other));
  }

  public static boolean sameTheme(MessageHead one, MessageHead other) {
    RowType type = one.type();
    return type != null && type.equals(other.type());
  }

  /** When the message was made; empty when the header does not say, or says no moment. */
  public static Optional<Instant> prepared(MessageHead head) {
    return head.header().first("Prepared").flatMap(Heads::instant);
  }

  /** A moment; empty when the text is none, which the reader reports. */
  public static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Messages that hold: none that is for information only, or that another one replaces, and each
   * once; the newest first.
   *
   * @param head the message that they are held against
   * @throws IOException when one cannot be read for its digest
   */
  public static List<Companion> current(List<Companion> messages, MessageHead head)
      throws IOException {
    Set<String> replaced = new HashSet<>();
    replaces(head).ifPresent(replaced::add);
    messages.forEach(m -> replaces(m.head()).ifPresent(replaced::add));
    List<Companion> once = new ArrayList<>();
    for (Companion message : messages) {
      if (!isAmong(message, once)) {
        once.add(message);
      }
    }
    return once.stream()
        .filter(m -> m.head().action() != Action.INFORMATION)
        .filter(m -> m.head().id() == null || !replaced.contains(m.head().id()))
        .sorted(
            Comparator.comparing((Companion m) -> prepared(m.head()).orElse(Instant.MIN))
                .reversed())
        .toList();
  }

  private static boolean isAmong(Companion message, List<Companion> others) throws IOException {
    String id = message.head().id();
    for (Companion other : others) {
      if (id != null && id.equals(other.head().id()) && message.digest().equals(other.digest())) {
        return true;
      }
    }
    return false;
  }

  /** The id of the message that this one replaces. */
  public static Optional<String> replaces(MessageHead head) {
    return head.header().first("Replaces", "Message");
  }
}
