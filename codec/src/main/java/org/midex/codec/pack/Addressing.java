package org.midex.codec.pack;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;

/**
 * What a package's signed manifest says of its way.
 *
 * @param sender who sends it; null where nobody is named
 * @param receivers who it is meant for
 */
public record Addressing(@Nullable Party sender, List<Party> receivers) {
  /** Nobody is named. */
  public static final Addressing NONE = new Addressing(null, List.of());

  public Addressing {
    receivers = List.copyOf(receivers);
  }

  /** Whether both name the same sender. */
  public boolean hasSenderOf(Addressing other) {
    return Objects.equals(sender, other.sender);
  }

  /** Whether both name the same receivers, in whatever order. */
  public boolean hasReceiversOf(Addressing other) {
    return Set.copyOf(receivers).equals(Set.copyOf(other.receivers));
  }
}
