package org.midex.codec.head;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.model.Lexical;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Lookalikes;
import org.midex.schema.ValueType;

/** What the sender of a value without its type's lexical form probably meant. */
final class Meant {
  /** Groups of three digits behind one kind of mark, as people write them, and decimals. */
  private static final Pattern GROUPED =
      Pattern.compile("(-?[1-9][0-9]{0,2}(?:([ ,.'])[0-9]{3})(?:\\2[0-9]{3})*)(?:([.,])(0+))?");

  private static final int DIGITS_OF_A_GROUP = 3;
  private static final Pattern ZERO_DECIMALS = Pattern.compile("^(-?[0-9]+)[.,]0+$");
  private static final Pattern ZEROS_BEFORE = Pattern.compile("^(-?)0+(?=[0-9])");
  private static final Pattern PERIOD =
      Pattern.compile("([0-9]{4})[- ]?([QSHMW])([0-9]{1,2})", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 100;

  private Meant() {}

  /** The same value in the right form; empty when that is not clear. */
  static Optional<String> of(Catalogue catalogue, ValueType type, String value) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    CodeList list = type.list();
    if (list != null) {
      return catalogue.suggest(list, value).map(Code::id);
    }
    String seen = Lookalikes.latin(value);
    String meant =
        switch (type.kind()) {
          case COUNT -> count(number(seen));
          case AMOUNT -> number(seen);
          case PERIOD -> period(seen);
          case TEXT -> value.strip();
          default -> seen;
        };
    return Optional.ofNullable(meant).filter(t -> !t.equals(value) && Lexical.matches(type, t));
  }

  /** Without plus and needless zeros, and with the minus of keyboards. */
  private static String number(String text) {
    String signed = text.replaceFirst("^\\u2212", "-").replaceFirst("^\\+(?=[0-9])", "");
    return ZEROS_BEFORE.matcher(signed).replaceFirst("$1");
  }

  /**
   * A count has no decimals but zeros. Where two kinds of mark stand, three digits behind the last
   * may be decimals or a group; where there is one kind, they are taken for a group.
   */
  private static @Nullable String count(String text) {
    Matcher grouped = GROUPED.matcher(text.replace('\u2019', '\''));
    if (!grouped.matches()) {
      return ZERO_DECIMALS.matcher(text).replaceFirst("$1");
    }
    String decimals = grouped.group(4);
    boolean clear =
        decimals == null
            || (decimals.length() != DIGITS_OF_A_GROUP
                && !grouped.group(3).equals(grouped.group(2)));
    return clear ? grouped.group(1).replaceAll("[^0-9-]", "") : null;
  }

  /** Quarters, half-years, months and weeks as other formats write them. */
  private static String period(String text) {
    Matcher period = PERIOD.matcher(text);
    if (!period.matches()) {
      return text;
    }
    String number = period.group(3);
    String two = number.length() == 1 ? "0" + number : number;
    return period.group(1)
        + "-"
        + switch (period.group(2).toUpperCase(Locale.ROOT)) {
          case "M" -> two;
          case "W" -> "W" + two;
          case "Q" -> "Q" + number;
          default -> "S" + number;
        };
  }
}
