package org.midex.validation.internal.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.midex.model.RowView;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Says of a theme's row to which common figure it belongs. Dimensions that are not common are not
 * broken down: the row has their total or, where no row has that, one of the parts that add up to
 * it.
 */
final class Projection {
  private static final int NO_CODE = -1;
  private static final int MOST_WIDENED = 4;
  private static final int CODE_BITS = 16;
  private static final int[] NOTHING = {};

  /** A common dimension as this theme has it. */
  private static final class Shared {
    private final int slot;
    private final int dimension;

    /** By code of this theme, the common code or −1. */
    private final int[] common;

    Shared(int slot, int dimension, int[] common) {
      this.slot = slot;
      this.dimension = dimension;
      this.common = common;
    }
  }

  /** What may be counted under the codes of a common dimension. */
  private static final class Widened {
    private final Shared shared;

    /** By common code, the further codes. */
    private final int[][] also;

    Widened(Shared shared, int[][] also) {
      this.shared = shared;
      this.also = also;
    }
  }

  /** A dimension that is not common: which codes are its total, and which are parts of it. */
  private record Folded(int slot, BitSet totals, BitSet parts, BitSet doubtful) {}

  /** Codes that a row must have one of. */
  private record Condition(int slot, BitSet codes) {}

  private final CommonKey key;
  private final int time;
  private final int reporter;
  private final List<Shared> shared = new ArrayList<>();
  private final List<Widened> widened = new ArrayList<>();
  private final List<Folded> folded = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private long hi;
  private long lo;
  private int parts;
  private boolean doubtful;
  private int area;
  private long codes;

  /**
   * @param theme the theme whose rows are seen
   * @param named the common dimensions to this theme's
   * @param codes by this theme's dimension, its codes to the common ones that are called otherwise
   * @param where by this theme's dimension, the codes that rows must have
   * @param widened by this theme's dimension and code, further codes that may be counted under it
   * @param without by this theme's dimension, codes that the other side may not count
   */
  Projection(
      CommonKey key,
      RowType theme,
      Map<String, String> named,
      Map<String, Map<String, String>> codes,
      Map<String, List<String>> where,
      Map<String, Map<String, List<String>>> widened,
      Map<String, List<String>> without) {
    this.key = key;
    this.time = theme.time().orElseThrow().slot();
    this.reporter = theme.field(theme.theme().reporter()).slot();
    for (int i = 0; i < key.dimensions().size(); i++) {
      String dimension = Objects.requireNonNull(named.get(key.dimensions().get(i)));
      Field field = theme.field(dimension);
      Shared mine = shared(i, field, codes.getOrDefault(dimension, Map.of()));
      shared.add(mine);
      Map<String, List<String>> wider = widened.getOrDefault(dimension, Map.of());
      if (!wider.isEmpty()) {
        this.widened.add(widened(mine, field, wider));
      }
    }
    if (this.widened.size() > MOST_WIDENED) {
      throw new IllegalArgumentException(theme.id() + " widens more than four dimensions");
    }
    where.forEach((dimension, allowed) -> conditions.add(condition(theme, dimension, allowed)));
    for (Field field : theme.key()) {
      if (field.role() == Field.Role.DIMENSION
          && field.slot() != reporter
          && !named.containsValue(field.name())
          && !where.containsKey(field.name())) {
        folded.add(folded(theme, field, without.getOrDefault(field.name(), List.of())));
      }
    }
  }

  private Shared shared(int dimension, Field field, Map<String, String> codes) {
    CodeList common = key.list(dimension);
    int[] toCommon =
        Objects.requireNonNull(field.type().list()).codes().stream()
            .mapToInt(c -> Math.max(common.indexOf(codes.getOrDefault(c.id(), c.id())), NO_CODE))
            .toArray();
    return new Shared(field.slot(), dimension, toCommon);
  }

  private Widened widened(Shared mine, Field field, Map<String, List<String>> wider) {
    CodeList list = Objects.requireNonNull(field.type().list());
    int[][] also = new int[key.list(mine.dimension).codes().size()][];
    Arrays.fill(also, NOTHING);
    wider.forEach(
        (code, others) -> {
          int[] common =
              others.stream().mapToInt(other -> mine.common[list.get(other).index()]).toArray();
          also[mine.common[list.get(code).index()]] = common;
        });
    return new Widened(mine, also);
  }

  private static Condition condition(RowType theme, String dimension, List<String> allowed) {
    Field field = theme.field(dimension);
    BitSet codes = new BitSet();
    CodeList list = Objects.requireNonNull(field.type().list());
    allowed.forEach(code -> codes.set(list.get(code).index()));
    return new Condition(field.slot(), codes);
  }

  /** Parts are only added up where the theme says that they are all there. */
  private static Folded folded(RowType theme, Field field, List<String> without) {
    BitSet totals = new BitSet();
    BitSet parts = new BitSet();
    BitSet doubtful = new BitSet();
    CodeList list = field.type().list();
    if (list == null) {
      return new Folded(field.slot(), totals, parts, doubtful);
    }
    boolean adds = theme.theme().adds().contains(field.name());
    for (Code code : list.codes()) {
      boolean total = code.id().equals(CodeList.TOTAL);
      boolean none = code.id().equals(CodeList.NOT_APPLICABLE);
      boolean top = code.parent() == null || code.parent().equals(CodeList.TOTAL);
      totals.set(code.index(), total);
      parts.set(code.index(), none || (adds && !total && top && !code.aggregate()));
    }
    without.forEach(code -> doubtful.set(list.get(code).index()));
    return new Folded(field.slot(), totals, parts, doubtful);
  }

  /**
   * Looks at a row.
   *
   * @return false when it belongs to no common figure
   */
  boolean set(RowView row) {
    if (!row.valid(time) || row.code(reporter) < 0 || !fold(row)) {
      return false;
    }
    for (int i = 0; i < conditions.size(); i++) {
      int code = row.code(conditions.get(i).slot);
      if (code < 0 || !conditions.get(i).codes.get(code)) {
        return false;
      }
    }
    long period = row.number(time);
    hi = key.hiOfPeriod(period);
    lo = key.loOfPeriod(period);
    for (int i = 0; i < shared.size(); i++) {
      Shared dimension = shared.get(i);
      int code = row.code(dimension.slot);
      if (code < 0) {
        return false;
      }
      int common = dimension.common[code];
      if (common < 0) {
        return false;
      }
      if (dimension.dimension == key.area()) {
        area = common;
      }
      hi += key.hi(dimension.dimension, common);
      lo += key.lo(dimension.dimension, common);
    }
    widen(row);
    return true;
  }

  /** Remembers which dimensions have a part in the place of their total. */
  private boolean fold(RowView row) {
    parts = 0;
    doubtful = false;
    for (int i = 0; i < folded.size(); i++) {
      Folded dimension = folded.get(i);
      if (!row.valid(dimension.slot)) {
        return false;
      }
      if (row.type().field(dimension.slot).type().list() == null) {
        String text = Objects.requireNonNull(row.text(dimension.slot));
        if (!text.equals(CodeList.TOTAL) && !text.equals(CodeList.NOT_APPLICABLE)) {
          return false;
        }
        parts |= text.equals(CodeList.TOTAL) ? 0 : 1 << i;
        continue;
      }
      int code = row.code(dimension.slot);
      if (!dimension.totals.get(code)) {
        if (!dimension.parts.get(code)) {
          return false;
        }
        parts |= 1 << i;
        doubtful |= dimension.doubtful.get(code);
      }
    }
    return true;
  }

  private void widen(RowView row) {
    codes = 0;
    for (int i = 0; i < widened.size(); i++) {
      Shared dimension = widened.get(i).shared;
      int code = dimension.common[row.code(dimension.slot)];
      codes |= (long) code << (i * CODE_BITS);
    }
  }

  /** What the other side may count besides a figure's own rows. */
  long also(Figures figures, int at) {
    long sum = 0;
    for (int i = 0; i < widened.size(); i++) {
      int dimension = widened.get(i).shared.dimension;
      int code = (int) (figures.codes(at) >>> (i * CODE_BITS)) & ((1 << CODE_BITS) - 1);
      for (int other : widened.get(i).also[code]) {
        int there =
            figures.find(
                figures.hi(at) + key.hi(dimension, other) - key.hi(dimension, code),
                figures.lo(at) + key.lo(dimension, other) - key.lo(dimension, code));
        sum = there < 0 ? sum : Figures.plus(sum, figures.sum(there));
      }
    }
    return sum;
  }

  /** Upper half of the common key of the row. */
  long hi() {
    return hi;
  }

  long lo() {
    return lo;
  }

  /** The dimensions, by their bits, of which the row has a part in the place of the total. */
  int parts() {
    return parts;
  }

  /** Whether the other side may not count the row. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** The row's common codes of the dimensions that may be counted more widely. */
  long codes() {
    return codes;
  }

  /** Area and period of the row, by which coverage is told. */
  long place(RowView row) {
    return place(area, row.number(time));
  }

  /** Area and period of a figure. */
  long place(int commonArea, long period) {
    return (long) commonArea << 40 ^ key.moment(period);
  }

  /** The row's area as common code. */
  int area() {
    return area;
  }

  /** The code of the area that reports the row. */
  int reporter(RowView row) {
    return row.code(reporter);
  }

  long period(RowView row) {
    return row.number(time);
  }
}
