package org.midex.validation.internal.across;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.midex.model.SideBySide;

/** Adds up what a comparison of two sides finds. */
final class Account {
  private final String file;
  private final String theme;
  private final int scale;
  private long pairs;
  private long equal;
  private long byRounding;
  private long byDefinitions;
  private final Sum here = new Sum();
  private final Sum there = new Sum();
  private final Sum rounding = new Sum();
  private final Sum definitions = new Sum();
  private final Sum rest = new Sum();
  private final Lone onlyHere = new Lone();
  private final Lone onlyThere = new Lone();

  Account(String file, String theme, int scale) {
    this.file = file;
    this.theme = theme;
    this.scale = scale;
  }

  /** Figures that one side has. */
  private static final class Lone {
    private long figures;
    private long uncovered;
    private final Sum sum = new Sum();
    private final Sum uncoveredSum = new Sum();

    /** A zero and nothing are the same here: many sources leave zeros out. */
    void add(long figure, boolean isUncovered) {
      if (figure == 0) {
        return;
      }
      figures++;
      sum.add(figure);
      if (isUncovered) {
        uncovered++;
        uncoveredSum.add(figure);
      }
    }

    SideBySide.Coverage result(int scale) {
      return new SideBySide.Coverage(figures, sum.at(scale), uncovered, uncoveredSum.at(scale));
    }
  }

  private static final class Sum {
    private BigInteger sum = BigInteger.ZERO;

    void add(long number) {
      sum = sum.add(BigInteger.valueOf(number));
    }

    BigDecimal at(int scale) {
      return new BigDecimal(sum, scale);
    }
  }

  void pair(long x, long y, long byRound, long byDefinition, long unexplained) {
    pairs++;
    if (x == y) {
      equal++;
    } else if (byDefinition + unexplained == 0) {
      byRounding++;
    } else if (unexplained == 0) {
      byDefinitions++;
    }
    here.add(x);
    there.add(y);
    rounding.add(byRound);
    definitions.add(byDefinition);
    rest.add(unexplained);
  }

  void onlyHere(long figure, boolean uncovered) {
    onlyHere.add(figure, uncovered);
  }

  void onlyThere(long figure, boolean uncovered) {
    onlyThere.add(figure, uncovered);
  }

  SideBySide result() {
    return new SideBySide(
        file,
        theme,
        pairs,
        equal,
        byRounding,
        byDefinitions,
        pairs - equal - byRounding - byDefinitions,
        here.at(scale),
        there.at(scale),
        rounding.at(scale),
        definitions.at(scale),
        rest.at(scale),
        onlyHere.result(scale),
        onlyThere.result(scale));
  }
}
