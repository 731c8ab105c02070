package org.midex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.validation.Validator;

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
          problem
              + " "
              + occurrence.key()
              + occurrence.location()
              + occurrence.value()
              + occurrence.details());
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

  /** Sorts of messages: what is judged on several threads, and what only begins so. */
  private enum Kind {
    PLAIN,
    /** With an aggregate, whose members are together in other parts than rows that are alike. */
    AGGREGATES,
    /** Figures are suppressed, which others may tell. */
    PUBLIC;

    String header() {
      return this == PUBLIC ? "<Classification>PUBLIC</Classification>" : "";
    }

    String row(String plain) {
      return switch (this) {
        case PLAIN -> plain;
        case AGGREGATES ->
            plain
                .replace("\"AFG\"", "\"KAZ\"")
                .replace("\"UKR\"", "\"KGZ\"")
                .replace("\"ERI\"", "\"TJK\"")
                .replace("\"SOM\"", "\"TKM\"")
                .replace("\"IRQ\"", "\"UZB\"")
                .replace("\"TUR\"", "\"M49_143\"");
        case PUBLIC -> plain.replace("OBS_VALUE=\"2\" OBS_STATUS=\"A\"", "OBS_STATUS=\"Q\"");
      };
    }
  }

  private static List<Midex> others() {
    return List.of(
        MIDEX.withThreads(2),
        MIDEX.withThreads(5),
        MIDEX.withMemory(0),
        MIDEX.withThreads(3).withMemory(0));
  }

  @ParameterizedTest
  @CsvSource({"PLAIN, MDX-V12", "AGGREGATES, MDX-V17", "PUBLIC, MDX-V38"})
  void findTheSame(Kind kind, String rule) throws IOException {
    byte[] message = message(kind, 90_000, new Random(7));
    Told one = new Told();
    Result result = validate(MIDEX, message, one);
    assertThat(one.lines).hasSizeGreaterThan(1_000);
    assertThat(result.groups().stream().map(g -> g.problem().rule()))
        .contains("MDX-V03", "MDX-V05", "MDX-V01", rule);
    for (Midex other : others()) {
      Told told = new Told();
      assertThat(validate(other, message, told)).isEqualTo(result);
      assertThat(told.lines).isEqualTo(one.lines);
    }
  }

  /** A file that is cut off, plain or compressed, tells what stands before the end. */
  @ParameterizedTest
  @CsvSource({"false, MDX-S01", "true, MDX-S05"})
  void findTheSameUpToTheEnd(boolean compressed, String last) throws IOException {
    byte[] whole = message(Kind.PLAIN, 40_000, new Random(3));
    byte[] bytes = compressed ? gzip(whole) : whole;
    for (int tenths : new int[] {3, 6, 9}) {
      byte[] message = Arrays.copyOf(bytes, bytes.length / 10 * tenths);
      Told one = new Told();
      Result result = validate(MIDEX, message, one);
      assertThat(one.lines).hasSizeGreaterThan(3).anyMatch(line -> line.contains(last));
      for (Midex other : others()) {
        Told told = new Told();
        assertThat(validate(other, message, told)).isEqualTo(result);
        assertThat(told.lines).isEqualTo(one.lines);
      }
    }
  }

  /** White space between rows may be of any length, whoever passes over it. */
  @Test
  void findTheSameBehindLongSpace() throws IOException {
    String whole = new String(message(Kind.PLAIN, 40_000, new Random(3)), UTF_8);
    for (int at : new int[] {100_000, 4_000_000}) {
      int row = whole.indexOf("<Obs", at);
      String space = " \n\t \n".repeat(1_400_000);
      byte[] message = (whole.substring(0, row) + space + whole.substring(row)).getBytes(UTF_8);
      Told one = new Told();
      Result result = validate(MIDEX, message, one);
      assertThat(result.readToEnd()).isTrue();
      for (Midex other : others()) {
        Told told = new Told();
        assertThat(validate(other, message, told)).isEqualTo(result);
        assertThat(told.lines).isEqualTo(one.lines);
      }
    }
  }

  /** Where the file cannot be read on, all that stands before is told first. */
  @Test
  void tellTheSameBeforeAFileFails() throws IOException {
    byte[] message = message(Kind.PLAIN, 40_000, new Random(3));
    Validator validator = new Validator(MIDEX.catalogue());
    Told one = failing(validator, message);
    assertThat(one.lines).hasSizeGreaterThan(30);
    for (int threads : new int[] {2, 5}) {
      assertThat(failing(validator.withThreads(threads), message).lines).isEqualTo(one.lines);
    }
  }

  private static Told failing(Validator validator, byte[] message) throws IOException {
    InputStream all = new ByteArrayInputStream(message, 0, message.length - 1_000);
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    Told told = new Told();
    try (MessageReader reader =
        new XmlCodec(MIDEX.catalogue()).reader(new SequenceInputStream(all, failing), told)) {
      assertThatThrownBy(() -> validator.run(reader, told))
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is gone");
    }
    return told;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressing = new GZIPOutputStream(out)) {
      compressing.write(bytes);
    }
    return out.toByteArray();
  }

  /** A listener that fails while parts are judged stops all threads, with what it threw. */
  @Test
  @Timeout(60)
  void failTheSame() {
    byte[] message = message(Kind.PLAIN, 90_000, new Random(7));
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
  private static byte[] message(Kind kind, int rows, Random random) {
    StringBuilder xml =
        new StringBuilder(
            """
            <Message xmlns="urn:midex:1" version="1.0" id="urn:uuid:7d0c1a52-3c2f-4d55-9a50-7c9d6b3f1000">
            <Header><Prepared>2026-11-01T00:00:00Z</Prepared>%s</Header>
            <ASYLUM_APP action="Replace">
            """
                .formatted(kind.header()));
    for (int row = 0; row < rows; row++) {
      boolean odd = random.nextInt(row < rows / 2 ? 5_000 : 100) == 0;
      switch (odd ? random.nextInt(7) : -1) {
        case 0 -> xml.append(row(row, "-3", ""));
        case 1 -> xml.append(row(row, "3", "").replace("SYR", "XQX").replace("AFG", "XQY"));
        case 2 -> xml.append(row(random.nextInt(row + 1), "4", "")); // a duplicate
        case 3 -> xml.append("<!-- <Obs REF_AREA=\"AUT\"/> -->").append(row(row, "1", ""));
        case 4 -> xml.append(row(row, "1", " COMMENT=\"Zürich &amp; 東京 🌍\""));
        case 5 -> xml.append(row(row, "x", "")).append("\r\n");
        default -> xml.append(kind.row(row(row, row % 2 == 0 ? "2" : "1", "")));
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
