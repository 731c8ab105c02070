package org.midex.validation.internal.across;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.Companions;
import org.midex.validation.internal.Heads;
import org.midex.validation.internal.Reporter;

/** The rules on chains of revisions: what a message says it replaces, and what is at hand. */
public final class ChainRules {
  private static final int NAMED = 5;

  private final Companions companions;
  private final MessageHead head;
  private final Reporter reporter;

  public ChainRules(Companions companions, MessageHead head, Reporter reporter) {
    this.companions = companions;
    this.head = head;
    this.reporter = reporter;
  }

  /**
   * Judges the chain that the message is in.
   *
   * @throws IOException when another message cannot be read for its digest
   */
  public void check() throws IOException {
    checkId();
    String replaced = Heads.replaces(head).orElse(null);
    if (replaced == null) {
      return;
    }
    if (replaced.equals(head.id())) {
      reportSelf(replaced);
      return;
    }
    if (companions.all().isEmpty()) {
      return;
    }
    for (Companion other : companions.all()) {
      if (precedes(other)
          && Heads.replaces(other.head()).equals(Optional.of(replaced))
          && !isThis(other)) {
        report("MDX-V60", replaced, Map.of("file", other.name()));
      }
    }
    List<Companion> named =
        companions.all().stream().filter(c -> replaced.equals(c.head().id())).toList();
    if (named.isEmpty()) {
      checkMissing(replaced);
    } else {
      checkReplaced(meant(named), replaced);
    }
  }

  /** Whether the other was made before; where that is not known, whether it is judged before. */
  private boolean precedes(Companion other) {
    Instant here = Heads.prepared(head).orElse(null);
    Instant there = Heads.prepared(other.head()).orElse(null);
    if (here == null || there == null || here.equals(there)) {
      return companions.earlier().contains(other);
    }
    return there.isBefore(here);
  }

  private boolean isThis(Companion other) {
    return head.id() != null && head.id().equals(other.head().id());
  }

  /** The same message given twice is no fault. */
  private void checkId() throws IOException {
    Companion self = companions.self();
    for (Companion other : companions.all()) {
      if (precedes(other)
          && isThis(other)
          && self != null
          && !self.digest().equals(other.digest())) {
        reporter.onHead(
            Problem.of("MDX-V64", "id"), head.id(), () -> null, () -> Map.of("file", other.name()));
      }
    }
  }

  /** A link is missing only where others of the chain are at hand. */
  private void checkMissing(String replaced) {
    List<String> known =
        companions.all().stream()
            .filter(c -> Heads.sameSender(c.head(), head) && Heads.sameTheme(c.head(), head))
            .map(c -> String.valueOf(c.head().id()))
            .distinct()
            .toList();
    if (known.isEmpty()) {
      return;
    }
    String listed = known.stream().limit(NAMED).collect(Collectors.joining(", "));
    report("MDX-V58", replaced, Map.of("known", known.size() > NAMED ? listed + ", …" : listed));
  }

  /** Of several with the id, the one with the digest that is named. */
  private Companion meant(List<Companion> named) throws IOException {
    Optional<String> digest = head.header().first("Replaces", "Digest");
    for (Companion companion : named) {
      if (companion.digest().equals(digest)) {
        return companion;
      }
    }
    return named.get(0);
  }

  private void checkReplaced(Companion other, String replaced) throws IOException {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("file", other.name());
    String digest = head.header().first("Replaces", "Digest").orElse(null);
    String found = other.digest().orElse(null);
    if (digest != null && found != null && !digest.equals(found)) {
      report("MDX-V56", replaced, with(details, "expected", digest, "found", found));
    } else if (digest != null && found == null) {
      reporter.notRun("MDX-V56", "otherUnreadable");
    }
    if (!Heads.sameSender(head, other.head()) || !Heads.sameTheme(head, other.head())) {
      report("MDX-V57", replaced, with(details, "here", who(head), "there", who(other.head())));
    }
    Instant here = Heads.prepared(head).orElse(null);
    Instant there = Heads.prepared(other.head()).orElse(null);
    boolean younger = here != null && there != null && here.isBefore(there);
    if (younger || isCircle(other)) {
      report("MDX-V59", replaced, with(details, "here", text(here), "there", text(there)));
    }
  }

  private static String text(@Nullable Instant moment) {
    return moment == null ? "—" : moment.toString();
  }

  /** A message that replaces itself is a circle too. */
  private void reportSelf(String replaced) {
    Companion self = companions.self();
    String file = self == null ? "—" : self.name();
    String made = text(Heads.prepared(head).orElse(null));
    report("MDX-V59", replaced, Map.of("file", file, "here", made, "there", made));
  }

  private boolean isCircle(Companion start) {
    Set<String> seen = new HashSet<>();
    Optional<Companion> at = Optional.of(start);
    while (at.isPresent()) {
      String id = at.get().head().id();
      if (id == null || !seen.add(id)) {
        return false;
      }
      if (id.equals(head.id())) {
        return true;
      }
      String next = Heads.replaces(at.get().head()).orElse(null);
      if (next != null && next.equals(head.id())) {
        return true;
      }
      at =
          companions.all().stream()
              .filter(c -> String.valueOf(c.head().id()).equals(next))
              .findFirst();
    }
    return false;
  }

  private static String who(MessageHead head) {
    RowType type = head.type();
    return Heads.sender(head).orElse("—") + ", " + (type == null ? "—" : type.id());
  }

  private static Map<String, String> with(Map<String, String> details, String... more) {
    Map<String, String> all = new LinkedHashMap<>(details);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private void report(String rule, String value, Map<String, String> details) {
    reporter.onHead(Problem.of(rule, "Replaces"), value, () -> null, () -> details);
  }
}
