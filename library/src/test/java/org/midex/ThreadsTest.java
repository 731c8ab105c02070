package org.midex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;

/** What is found depends neither on the number of threads nor on memory. */
class ThreadsTest {
  private static final String[] SEXES = {"_T", "F", "M"};
  private static final String[] CITIZENSHIPS = {"SYR", "AFG", "UKR", "ERI", "SOM", "IRQ", "TUR"};
  private static final String[] AGES = {"_T", "Y_LT14", "Y14T17", "Y18T34", "Y35T64", "Y_GE65"};
  private static final String[] AREAS = {"AUT", "BEL", "DEU", "FRA"};
  private static final Midex MIDEX = Midex.standard();

  /** Everything that was told, in order. */
  private static class Told implements FindingSink {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void report(Problem problem, Occurrence occurrence) {
      lines.add(
          problem + " " + occurrence.location() + " " + occurrence.value() + occurrence.details());
    }

    @Override
    public void notRun(String rule, String why) {
      lines.add(rule + " " + why);
    }

    @Override
    public void incomplete() {
      lines.add("incomplete");
    }
  }

  @Test
  void findTheSame() throws IOException {
    byte[] message = message(90_000, new Random(7));
    Told one = new Told();
    Result result = validate(MIDEX, message, one);
    assertThat(one.lines).hasSizeGreaterThan(1_000);
    assertThat(result.groups().stream().map(g -> g.problem().rule()))
        .contains("MDX-V03", "MDX-V12", "MDX-V05", "MDX-V01");
    for (Midex other :
        List.of(
            MIDEX.withThreads(2),
            MIDEX.withThreads(5),
            MIDEX.withMemory(0),
            MIDEX.withThreads(3).withMemory(0))) {
      Told told = new Told();
      assertThat(validate(other, message, told)).isEqualTo(result);
      assertThat(told.lines).isEqualTo(one.lines);
    }
  }

  /** A listener that fails while parts are judged stops all threads, with what it threw. */
  @Test
  @Timeout(60)
  void failTheSame() {
    byte[] message = message(90_000, new Random(7));
    FindingSink failing =
        new Told() {
          @Override
          public void report(Problem problem, Occurrence occurrence) {
            if (problem.rule().equals("MDX-V12")) {
              throw new IllegalStateException("enough");
            }
          }
        };
    for (Midex midex : List.of(MIDEX, MIDEX.withThreads(2), MIDEX.withThreads(5))) {
      assertThatThrownBy(() -> validate(midex, message, failing))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("enough");
    }
  }

  private static Result validate(Midex midex, byte[] message, FindingSink told) throws IOException {
    try (Source source = Source.of(new ByteArrayInputStream(message), "message.xml")) {
      return midex.validate(source, told);
    }
  }

  /** Some rows in a hundred are odd or wrong, more of them at the end. */
  private static byte[] message(int rows, Random random) {
    StringBuilder xml =
        new StringBuilder(
            """
            <Message xmlns="urn:midex:1" version="1.0" id="urn:uuid:7d0c1a52-3c2f-4d55-9a50-7c9d6b3f1000">
            <Header><Prepared>2026-11-01T00:00:00Z</Prepared></Header>
            <ASYLUM_APP action="Replace">
            """);
    for (int row = 0; row < rows; row++) {
      boolean odd = random.nextInt(row < rows / 2 ? 5_000 : 100) == 0;
      switch (odd ? random.nextInt(7) : -1) {
        case 0 -> xml.append(row(row, "-3", ""));
        case 1 -> xml.append(row(row, "3", "").replace("SYR", "XQX").replace("AFG", "XQY"));
        case 2 -> xml.append(row(random.nextInt(row + 1), "4", "")); // a duplicate
        case 3 -> xml.append("<!-- <Obs REF_AREA=\"AUT\"/> -->").append(row(row, "1", ""));
        case 4 -> xml.append(row(row, "1", " COMMENT=\"Zürich &amp; 東京 🌍\""));
        case 5 -> xml.append(row(row, "x", "")).append("\r\n");
        default -> xml.append(row(row, row % 2 == 0 ? "2" : "1", ""));
      }
    }
    return xml.append("</ASYLUM_APP>\n</Message>\n").toString().getBytes(UTF_8);
  }

  /** A row whose key its number tells. */
  private static String row(int number, String figure, String more) {
    int left = number;
    String sex = SEXES[left % SEXES.length];
    left /= SEXES.length;
    String age = AGES[left % AGES.length];
    left /= AGES.length;
    String citizenship = CITIZENSHIPS[left % CITIZENSHIPS.length];
    left /= CITIZENSHIPS.length;
    String area = AREAS[left % AREAS.length];
    left /= AREAS.length;
    String period = String.format(Locale.ROOT, "%04d-%02d", 1950 + left / 12 % 70, left % 12 + 1);
    return """
        <Obs REF_AREA="%s" CITIZENSHIP="%s" APPLICATION_TYPE="FRST" PROCEDURE="_T" DEC_LEVEL="_T" \
        SEX="%s" AGE="%s" MINOR_STATUS="_T" UNIT_MEASURE="PS" TIME_PERIOD="%s" OBS_VALUE="%s" \
        OBS_STATUS="A"%s/>
        """
        .formatted(area, citizenship, sex, age, period, figure, more);
  }
}
