package org.midex.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.Frequency;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/** On a type of its own: the themes so far have no days or weeks, which alone may not exist. */
class PeriodExistsTest {
  private static final Field TIME =
      new Field(
          "TIME_PERIOD",
          0,
          Field.Role.TIME,
          ValueType.period(Set.of(Frequency.values())),
          1,
          1,
          "1.0",
          "");
  private static final RowType TYPE =
      new RowType(
          RowType.Kind.OBSERVATION,
          new RowType.Description("T", "T", "", "", "1.0", null),
          List.of(TIME),
          List.of(),
          null);

  private static List<String> check(String period) {
    Row row = new Row(TYPE);
    row.set(0, period);
    List<String> found = new ArrayList<>();
    FindingSink sink =
        new FindingSink() {
          @Override
          public void report(Problem problem, Occurrence occurrence) {
            found.add(problem.rule() + " " + occurrence.record() + " " + occurrence.value());
          }

          @Override
          public void notRun(String rule, String why) {}

          @Override
          public void incomplete() {}
        };
    new PeriodExists(TIME, new Periods(), new Reporter(Catalogue.standard(), new OneRow(row), sink))
        .check(row);
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-02-29", "2023-04-31", "2023-W53"})
  void firesOnDaysAndWeeksThatTheCalendarDoesNotHave(String period) {
    assertThat(check(period)).containsExactly("MDX-V04 1 " + period);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "2020-W53", "2023", "0000", "not a period"})
  void isSilentOtherwise(String period) {
    assertThat(check(period)).isEmpty();
  }

  private record OneRow(RowView row) implements MessageReader {
    @Override
    public MessageHead head() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public boolean rowIsSound() {
      return true;
    }

    @Override
    public long number() {
      return 1;
    }

    @Override
    public Location location() {
      return Location.ofRecord(1);
    }

    @Override
    public void close() {}
  }
}
