package org.midex.validation.internal.ruleset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.Concept;
import org.midex.schema.internal.YamlFile;

/**
 * What values a parameter of a rule can have: those of the kind that the standard's own value is
 * of. A number stays a number that is not negative, a rule a rule, names of concepts or flags of
 * codes stay such names.
 */
final class ParameterKind {
  private static final String NUMBER = "[0-9]{1,15}(\\.[0-9]{1,6})?";
  private static final int LONGEST = 1_000;

  /** Names that an error lists at most. */
  private static final int LISTED = 40;

  private final Catalogue catalogue;
  private final String standard;

  /**
   * @param standard the parameter's value in the catalogue
   */
  ParameterKind(Catalogue catalogue, String standard) {
    this.catalogue = catalogue;
    this.standard = standard;
  }

  /** The value given, if it is of the same kind. */
  String value(YamlFile.Value given) {
    String text = String.join(" ", given.texts()).strip();
    if (text.length() > LONGEST) {
      throw given.fault("longer than " + LONGEST + " characters");
    }
    if (standard.matches(NUMBER)) {
      return number(given, text);
    }
    if (catalogue.findRule(standard).isPresent()) {
      return names(given, text, catalogue.ruleIds(), "rule", 1);
    }
    if (all(standard, w -> catalogue.concept(w).isPresent())) {
      List<String> concepts = catalogue.concepts().stream().map(Concept::id).toList();
      return names(given, text, concepts, "concept", Integer.MAX_VALUE);
    }
    Set<String> flags = flags();
    if (all(standard, flags::contains)) {
      return names(given, text, flags, "flag of codes", Integer.MAX_VALUE);
    }
    if (text.isEmpty()) {
      throw given.fault("expected a text");
    }
    return text;
  }

  private static String number(YamlFile.Value given, String text) {
    if (!text.matches(NUMBER)) {
      throw given.fault("expected a number such as 0 or 2.5, found '" + text + "'");
    }
    return new BigDecimal(text).toPlainString();
  }

  private static String names(
      YamlFile.Value given, String text, Collection<String> known, String what, int most) {
    List<String> names = words(text);
    for (String name : names) {
      if (!known.contains(name)) {
        String meant = RuleSetLoader.meant(name, known);
        String all =
            known.size() > LISTED || !meant.isEmpty()
                ? meant
                : ", expected some of " + String.join(", ", new TreeSet<>(known));
        throw given.fault("no " + what + " '" + name + "'" + all);
      }
    }
    if (names.size() > most || (most == 1 && names.isEmpty())) {
      throw given.fault("expected one " + what + ", found '" + text + "'");
    }
    return String.join(" ", names);
  }

  private Set<String> flags() {
    return catalogue.codeLists().stream()
        .flatMap(list -> list.codes().stream())
        .map(Code::flags)
        .flatMap(Collection::stream)
        .collect(Collectors.toSet());
  }

  private static boolean all(String text, Predicate<String> known) {
    return words(text).stream().allMatch(known);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" +"));
  }
}
