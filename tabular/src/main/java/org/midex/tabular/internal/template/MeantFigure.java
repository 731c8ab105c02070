package org.midex.tabular.internal.template;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.midex.tabular.internal.Numbers;

/** The figure that was meant by digits with a locale's marks. */
final class MeantFigure {
  private static final int LONGEST = 40;
  private static final List<String> THOUSANDS = List.of(",", ".", " ", "'");

  /** No text holds it. */
  private static final char NO_MARK = '\uFFFF';

  private MeantFigure() {}

  /**
   * The one figure that a text may stand for; empty when there is none, or when comma or point may
   * be a mark of thousands or of decimals.
   *
   * @param scale digits after the decimal point
   */
  static Optional<String> of(String text, int scale) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = Spelling.plain(text);
    String digits = scale == 0 ? plain.replaceFirst("[.,]0{1,2}$", "") : plain;
    Set<String> found = new HashSet<>();
    for (String thousands : THOUSANDS) {
      for (char decimal : scale == 0 ? new char[] {NO_MARK} : new char[] {'.', ','}) {
        String figure =
            thousands.charAt(0) == decimal
                ? null
                : new Numbers(Set.of(thousands), decimal).parse(digits, scale);
        if (figure != null) {
          found.add(figure);
        }
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }
}
