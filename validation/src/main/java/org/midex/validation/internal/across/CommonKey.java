package org.midex.validation.internal.across;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.validation.internal.Days;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.keys.Mixing;

/**
 * What figures of several themes have in common: some dimensions of one theme, in its codes, and
 * the period; as 128-bit numbers, as keys of rows are. The words are new in every run.
 */
final class CommonKey {
  private final List<String> dimensions;
  private final List<CodeList> lists;
  private final long[][] hi;
  private final long[][] lo;
  private final long seedHi;
  private final long seedLo;
  private final boolean stocks;
  private final int area;
  private final Periods periods = new Periods();

  /**
   * @param stocks whether all figures are stocks: they are told apart by the day at whose end they
   *     were counted, so that a year's and a December's figure are the same
   */
  CommonKey(RowType theme, List<String> dimensions, boolean stocks) {
    this.stocks = stocks;
    this.area = Math.max(0, dimensions.indexOf(theme.theme().reporter()));
    this.dimensions = List.copyOf(dimensions);
    this.lists =
        dimensions.stream().map(d -> Objects.requireNonNull(theme.field(d).type().list())).toList();
    SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    seedHi = random.nextLong();
    seedLo = random.nextLong();
    hi = new long[dimensions.size()][];
    lo = new long[dimensions.size()][];
    for (int i = 0; i < hi.length; i++) {
      int codes = lists.get(i).codes().size();
      hi[i] = random.longs(codes).toArray();
      lo[i] = random.longs(codes).toArray();
    }
  }

  /** The dimension by which coverage is told: the theme's reporting area where it is common. */
  int area() {
    return area;
  }

  List<String> dimensions() {
    return dimensions;
  }

  /** The common dimensions as the theme itself has them. */
  Map<String, String> own() {
    Map<String, String> own = new LinkedHashMap<>();
    dimensions.forEach(dimension -> own.put(dimension, dimension));
    return own;
  }

  CodeList list(int dimension) {
    return lists.get(dimension);
  }

  long hi(int dimension, int code) {
    return hi[dimension][code];
  }

  long lo(int dimension, int code) {
    return lo[dimension][code];
  }

  long hiOfPeriod(long period) {
    return Mixing.mix(moment(period) ^ seedHi);
  }

  long loOfPeriod(long period) {
    return Mixing.mix(moment(period) ^ seedLo);
  }

  /** What tells periods apart. */
  long moment(long period) {
    return stocks ? periods.days(period).map(Days::last).orElse(period) : period;
  }
}
