package org.midex.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.report.ReportSettings;
import org.midex.schema.Catalogue;

class ShapesTest {
  private static final Problem PROBLEM = Problem.of("MDX-S11", "OBS_VALUE");

  @Test
  void figuresWithOtherMarksLookOtherwise() {
    assertThat(Shapes.of("1,250")).isEqualTo(Shapes.of("12,125")).isNotEqualTo(Shapes.of("95.0"));
    assertThat(Shapes.of("60 ")).isNotEqualTo(Shapes.of("60"));
    assertThat(Shapes.of("\u0410FG")).isNotEqualTo(Shapes.of("AFG"));
    assertThat(Shapes.of("--")).isNotEqualTo(Shapes.of("-"));
  }

  @Test
  void aValueThatLooksOtherwiseIsAmongTheFewThatAreShown() {
    List<Result.ValueCount> values = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      values.add(new Result.ValueCount(i + ",000", 50 - i, null));
    }
    values.add(new Result.ValueCount("95.0", 1, null));
    assertThat(Shapes.some(values, 12))
        .hasSize(12)
        .endsWith(new Result.ValueCount("95.0", 1, null))
        .startsWith(values.get(0), values.get(1));
    assertThat(Shapes.some(values, 99)).isEqualTo(values);
  }

  @Test
  void soIsItsPlace() {
    Places places = new Places(ReportSettings.of(Catalogue.standard(), "0").masking());
    for (int i = 1; i <= 100; i++) {
      places.report(PROBLEM, Occurrence.at(Location.ofRecord(i), i + ",000", java.util.Map.of()));
    }
    places.report(PROBLEM, Occurrence.at(Location.ofRecord(101), "95.0", java.util.Map.of()));
    assertThat(places.of(PROBLEM)).hasSizeLessThanOrEqualTo(Places.EACH);
    assertThat(places.of(PROBLEM).get(places.of(PROBLEM).size() - 1).value()).isEqualTo("95.0");
  }
}
