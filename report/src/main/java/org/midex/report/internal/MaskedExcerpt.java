package org.midex.report.internal;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.midex.model.Finding;
import org.midex.model.Result;

/** Hides values in the excerpt of a row, which is written as XML attributes whatever the syntax. */
public final class MaskedExcerpt {
  /** What stands in place of a hidden value. */
  public static final String MASK = "•••";

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*=\\s*([\"'])(.*?)(?:\\2|$)", Pattern.DOTALL);

  private MaskedExcerpt() {}

  /**
   * A sample with the hidden values of its excerpt masked and its caret where it belongs.
   *
   * @param finding what the sample shows
   */
  public static Result.Sample of(Predicate<String> hides, Finding finding, Result.Sample sample) {
    String excerpt = sample.excerpt();
    if (excerpt == null) {
      return new Result.Sample(finding, null, -1, 0);
    }
    StringBuilder masked = new StringBuilder();
    int caret = sample.caret();
    int length = sample.caretLength();
    int copied = 0;
    Matcher attribute = ATTRIBUTE.matcher(excerpt);
    while (attribute.find()) {
      if (hides.test(attribute.group(1))) {
        masked.append(excerpt, copied, attribute.start(3)).append(MASK);
        copied = attribute.end(3);
        int shift = MASK.length() - (copied - attribute.start(3));
        if (sample.caret() == attribute.start(3)) {
          length = MASK.length();
        } else if (sample.caret() > attribute.start(3)) {
          caret += shift;
        }
      }
    }
    masked.append(excerpt, copied, excerpt.length());
    return new Result.Sample(finding, masked.toString(), caret, length);
  }
}
