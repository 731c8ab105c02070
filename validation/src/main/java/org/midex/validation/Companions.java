package org.midex.validation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The messages that one is judged beside. Rules between two messages are judged once, with the
 * later of the two.
 *
 * @param self the message itself, for its digest; null when it cannot be read again
 * @param against messages that are only there to compare with, such as the sender's previous one
 * @param before messages that are judged before this one
 * @param after messages that are judged after it
 */
public record Companions(
    @Nullable Companion self,
    List<Companion> against,
    List<Companion> before,
    List<Companion> after) {
  /** A message on its own. */
  public static final Companions NONE = new Companions(null, List.of(), List.of(), List.of());

  public Companions {
    against = List.copyOf(against);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Messages with which this one makes a pair that nobody has judged yet. */
  public List<Companion> earlier() {
    return Stream.concat(against.stream(), before.stream()).toList();
  }

  public List<Companion> all() {
    return Stream.of(against, before, after).flatMap(List::stream).toList();
  }
}
