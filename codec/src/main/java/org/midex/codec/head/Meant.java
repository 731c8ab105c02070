package org.midex.codec.head;

import java.util.Optional;
import java.util.regex.Pattern;
import org.midex.model.Lexical;
import org.midex.schema.ValueType;

/** What the sender of a value without its type's lexical form probably meant. */
final class Meant {
  /** Groups of three digits, as people write them; a count has no decimals. */
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?[0-9]{1,3}([ ,.'\\u2019\\u00A0\\u202F][0-9]{3})+");

  private static final Pattern ZERO_DECIMALS = Pattern.compile("[.,]0+$");
  private static final int LONGEST = 100;

  private Meant() {}

  /** The same value in the right form; empty when that is not clear. */
  static Optional<String> of(ValueType type, String value) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    String text = value.strip();
    if (type.kind() == ValueType.Kind.COUNT) {
      text =
          GROUPED.matcher(text).matches()
              ? text.replaceAll("[^0-9-]", "")
              : ZERO_DECIMALS.matcher(text).replaceFirst("");
    }
    return Optional.of(text).filter(t -> !t.equals(value) && Lexical.matches(type, t));
  }
}
