package org.midex.validation.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.schema.Field;
import org.midex.schema.internal.Once;

/** Says what is wrong with a text that is no code of its list, and what was probably meant. */
final class UnknownCodes {
  private static final int REMEMBERED = 1_000;
  private static final int LONGEST_REMEMBERED = 64;

  private final Catalogue catalogue;
  private final Edition edition;
  private final @Nullable String version;
  private final Map<String, Map<String, Fault>> known = new HashMap<>();

  UnknownCodes(Catalogue catalogue, MessageHead head) {
    this.catalogue = catalogue;
    this.edition = catalogue.edition();
    this.version = head.version();
  }

  /** A problem with what its findings carry. */
  record Fault(
      Problem problem,
      Supplier<@Nullable String> suggestion,
      Map<String, String> details,
      boolean newer) {}

  /** Codes are added to closed lists only by a newer minor version of the standard. */
  boolean mayBeNewer(CodeList list) {
    return !list.open() && edition.isOlderMinorThan(version);
  }

  Fault fault(Field field, CodeList list, String text) {
    if (text.length() > LONGEST_REMEMBERED) {
      return find(field, list, text);
    }
    Map<String, Fault> ofField = known.computeIfAbsent(field.name(), f -> new HashMap<>());
    Fault fault = ofField.get(text);
    if (fault == null) {
      fault = find(field, list, text);
      if (ofField.size() < REMEMBERED) {
        ofField.put(text, fault);
      }
    }
    return fault;
  }

  private Fault find(Field field, CodeList list, String text) {
    if (mayBeNewer(list)) {
      Map<String, String> details =
          Map.of("version", String.valueOf(version), "known", edition.standard());
      return new Fault(Problem.of("MDX-S14", field.name()), () -> null, details, true);
    }
    Map<String, Code> meanings = list.inAnyScheme(text);
    if (meanings.isEmpty()) {
      Problem problem = new Problem("MDX-V01", field.name(), Map.of("list", list.id()));
      Once<@Nullable String> meant =
          new Once<>(() -> catalogue.suggest(list, text).map(Code::id).orElse(null));
      return new Fault(problem, meant, Map.of(), false);
    }
    return ofOtherScheme(field, list, meanings);
  }

  /** Names the first scheme when all agree what the text means, else all of them. */
  private static Fault ofOtherScheme(Field field, CodeList list, Map<String, Code> meanings) {
    Set<Code> codes = new LinkedHashSet<>(meanings.values());
    boolean clear = codes.size() == 1;
    String schemes =
        clear ? meanings.keySet().iterator().next() : String.join(" / ", meanings.keySet());
    String ids = codes.stream().map(Code::id).collect(Collectors.joining(" / "));
    String names = codes.stream().map(Code::name).collect(Collectors.joining(" / "));
    Problem problem =
        new Problem("MDX-V02", field.name(), Map.of("list", list.id(), "scheme", schemes));
    return new Fault(
        problem, () -> clear ? ids : null, Map.of("name", names, "expected", ids), false);
  }
}
