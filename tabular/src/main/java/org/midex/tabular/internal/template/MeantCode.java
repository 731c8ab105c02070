package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.midex.schema.Code;
import org.midex.schema.CodeList;

/** The code that a spreadsheet made something else of. */
final class MeantCode {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private MeantCode() {}

  /**
   * The one code that is written with the two numbers of a date: 5 November, or 11 May, was 5-11.
   */
  static Optional<String> ofDates(List<DateText> dates, CodeList list) {
    Set<List<Integer>> pairs = new HashSet<>();
    for (DateText date : dates) {
      if (date.day() > 0) {
        pairs.add(List.of(date.day(), date.month()));
        pairs.add(List.of(date.month(), date.day()));
      }
      if (date.year() > 0 && date.day() <= 1) {
        pairs.add(List.of(date.month(), date.year() % 100));
      }
    }
    return only(
        list, code -> spellings(code).stream().map(MeantCode::numbers).anyMatch(pairs::contains));
  }

  /** The one code that is a number with zeros before it: 7 was 007. */
  static Optional<String> ofNumber(String digits, CodeList list) {
    return only(
        list,
        code ->
            spellings(code).stream()
                .anyMatch(
                    s -> s.length() > digits.length() && s.matches("0+" + Pattern.quote(digits))));
  }

  private static Optional<String> only(CodeList list, java.util.function.Predicate<Code> meant) {
    List<String> found = list.codes().stream().filter(meant).map(Code::id).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The code as this and other schemes write it, and its bounds where it is a class. */
  private static List<String> spellings(Code code) {
    List<String> spellings = new ArrayList<>(List.of(code.id()));
    code.aliases().values().forEach(spellings::addAll);
    String min = code.properties().get("min");
    String max = code.properties().get("max");
    if (!Objects.toString(min, "").isEmpty() && !Objects.toString(max, "").isEmpty()) {
      spellings.add(min + "-" + max);
    }
    return spellings;
  }

  private static List<Integer> numbers(String spelling) {
    return NUMBER
        .matcher(spelling)
        .results()
        .map(MatchResult::group)
        .map(Integer::valueOf)
        .toList();
  }
}
