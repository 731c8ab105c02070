package org.midex.benchmarks.data;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.midex.model.Row;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.RowType;

/** Observations of asylum applicants, in the order of their keys. */
public final class AsylumRows {
  public static final String THEME = "ASYLUM_APP";

  static final List<String> REPORTERS =
      List.of(
          "AUT", "BEL", "BGR", "CHE", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC",
          "HRV", "HUN", "IRL", "ISL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "NOR", "POL", "PRT",
          "ROU", "SVK", "SVN", "SWE");

  private static final YearMonth FIRST_MONTH = YearMonth.of(2015, 1);
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");

  private final RowType type;
  private final List<String> citizenships;
  private final long rows;

  /** Takes rows one by one. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes one.
     *
     * @param row changes afterwards
     */
    void take(Row row) throws IOException;
  }

  /**
   * Rows of the theme.
   *
   * @param rows how many there are to be
   */
  public AsylumRows(Catalogue catalogue, long rows) {
    this.type = catalogue.theme(THEME);
    this.rows = rows;
    this.citizenships =
        catalogue.codeList("CL_AREA").codes().stream()
            .filter(AsylumRows::isCountry)
            .map(Code::id)
            .filter(code -> !REPORTERS.contains(code))
            .sorted()
            .toList();
  }

  private static boolean isCountry(Code code) {
    return COUNTRY.matcher(code.id()).matches()
        && !code.aggregate()
        && code.flags().isEmpty()
        && code.validTo() == null
        && code.validFrom() == null;
  }

  public RowType type() {
    return type;
  }

  /** Gives every row once, in the order of the keys. */
  public void forEach(Taker taker) throws IOException {
    Shape shape = Shape.of(rows);
    Filler filler = new Filler(type);
    for (int area = 0; area < Shape.AREAS; area++) {
      for (int citizenship = 0; citizenship < shape.citizenships(); citizenship++) {
        filler.place(REPORTERS.get(area), citizenships.get(citizenship));
        for (int month = 0; month < shape.singles(area, citizenship); month++) {
          long half = Figures.figure(area, citizenship, 2, Figures.AGES.size() - 1, month) / 2;
          taker.take(filler.first(month, half));
        }
        block(filler, shape, area, citizenship, taker);
      }
    }
  }

  private static void block(Filler filler, Shape shape, int area, int citizenship, Taker taker)
      throws IOException {
    int months = shape.months(area, citizenship);
    for (int sex = 0; sex < Figures.SEXES.size(); sex++) {
      for (int age = 0; age < Figures.AGES.size(); age++) {
        for (int month = 0; month < months; month++) {
          boolean estimated = Figures.isEstimate(area, citizenship, sex, age, month);
          long figure = Figures.figure(area, citizenship, sex, age, month);
          taker.take(filler.row(estimated, sex, age, month, figure));
        }
      }
    }
  }

  /** Fills two rows again and again, one of them marked as an estimate. */
  private static final class Filler {
    private final RowType type;
    private final Row plain;
    private final Row estimate;

    Filler(RowType type) {
      this.type = type;
      this.plain = new Row(type);
      this.estimate = new Row(type);
      for (String field : List.of("PROCEDURE", "DEC_LEVEL", "MINOR_STATUS")) {
        setBoth(field, Figures.TOTAL);
      }
      setBoth("UNIT_MEASURE", "PS");
      set(estimate, "OBS_STATUS", "E");
    }

    void place(String area, String citizenship) {
      setBoth("REF_AREA", area);
      setBoth("CITIZENSHIP", citizenship);
    }

    /** A first application of whoever it is. */
    Row first(int month, long figure) {
      return filled(
          plain, "FRST", Figures.TOTAL, Figures.TOTAL, FIRST_MONTH.plusMonths(month), figure);
    }

    Row row(boolean estimated, int sex, int age, int month, long figure) {
      return filled(
          estimated ? estimate : plain,
          Figures.TOTAL,
          Figures.SEXES.get(sex),
          Figures.AGES.get(age),
          FIRST_MONTH.plusMonths(month),
          figure);
    }

    private Row filled(
        Row row, String application, String sex, String age, YearMonth month, long figure) {
      set(row, "APPLICATION_TYPE", application);
      set(row, "SEX", sex);
      set(row, "AGE", age);
      set(row, "TIME_PERIOD", month.toString());
      set(row, "OBS_VALUE", Long.toString(figure));
      return row;
    }

    private void setBoth(String field, String text) {
      set(plain, field, text);
      set(estimate, field, text);
    }

    private void set(Row row, String field, String text) {
      if (!row.set(type.field(field).slot(), text)) {
        throw new IllegalStateException(text + " is no value of " + field);
      }
    }
  }
}
