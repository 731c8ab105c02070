package org.midex.benchmarks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;

class FuzzTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final List<Check> CHECKS =
      List.of(new LanesAgree(CATALOGUE), new AvroEndsWell(CATALOGUE));

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void allHoldsOfManyDocuments() {
    assertThat(run(CHECKS, "--documents", "300")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("300 documents", "seed 5", "MDX-S01", "MDX-S15");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void documentsUseBothLanes() throws Exception {
    Tally tally = new Tally(CATALOGUE);
    Check lanes = CHECKS.get(0);
    for (long number = 1; number <= 100; number++) {
      Random random = Fuzz.random(5, number);
      lanes.fault(lanes.document(random), random, tally);
    }
    assertThat(tally.summary(0, 5))
        .containsPattern("[1-9][0-9]* read wholly by the fast lane, [1-9][0-9]* partly, [1-9]");
  }

  @Test
  void fieldsThatSendersMakeUpAreOfOneKind() {
    Tally tally = new Tally(CATALOGUE);
    tally.add(Problem.of("MDX-S10", "SEX"));
    tally.add(Problem.of("MDX-S10", "SEX1"));
    tally.add(Problem.of("MDX-S10", "SEX2"));
    tally.add(Problem.of("MDX-S01"));
    assertThat(tally.progress(0)).contains("2 rules, 3 kinds");
  }

  @Test
  void aDocumentDependsOnSeedAndNumberAlone() throws IOException {
    for (Check check : CHECKS) {
      byte[] document = check.document(Fuzz.random(3, 4));
      assertThat(check.document(Fuzz.random(3, 4))).isEqualTo(document);
      assertThat(check.document(Fuzz.random(3, 5))).isNotEqualTo(document);
      assertThat(check.document(Fuzz.random(4, 4))).isNotEqualTo(document);
    }
  }

  @Test
  void whatDoesNotHoldIsKeptAndToldHowToRepeat() throws IOException {
    assertThat(run(List.of(failing(7)), "--documents", "100")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("document 7 of seed 5: differs", "--seed 5 --first 7 --documents 1");
    assertThat(folder.resolve("fuzz-5-7.xml"))
        .hasBinaryContent(CHECKS.get(0).document(Fuzz.random(5, 7)));
    Files.delete(folder.resolve("fuzz-5-7.xml"));
    assertThat(run(List.of(failing(1)), "--documents", "1", "--first", "7")).isEqualTo(1);
    assertThat(folder.resolve("fuzz-5-7.xml")).exists();
  }

  @Test
  void anExceptionDoesNotHold() {
    Check throwing =
        new Failing(1) {
          @Override
          public String fault(byte[] document, Random random, Tally tally) {
            throw new IllegalStateException("planted");
          }
        };
    assertThat(run(List.of(throwing), "--documents", "1")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("threw java.lang.IllegalStateException: planted");
  }

  @Test
  void transcriptsThatDifferSayWhere() throws IOException {
    String head = "<Message xmlns=\"urn:midex:1\" version=\"1.0\" id=\"urn:x:y\"><Header/>";
    String rows = "<ASYLUM_APP action=\"Replace\"><Obs REF_AREA=\"AUT\"/></ASYLUM_APP></Message>";
    Transcript one = read(head + rows);
    assertThat(one.difference(read(head + rows))).isEmpty();
    assertThat(one.difference(read(head + rows.replace("AUT", "AUS")))).startsWith("row 1: ");
    assertThat(one.difference(read(head + " " + rows))).startsWith("row 1: ");
    assertThat(one.difference(read(head + rows.replace("</ASY", "x</ASY"))))
        .startsWith("finding ")
        .contains("nothing", "MDX-S");
  }

  private static Transcript read(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    return Transcript.of(
        sink -> XmlCodec.exact(CATALOGUE).reader(Trickle.of(bytes, 9), sink), reader -> {});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seconds",
        "--seconds 0",
        "--seconds x",
        "--seed x",
        "--seconds 1 --documents 1",
        "--slow 1",
        "file"
      })
  void wrongUsageIsRefused(String arguments) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FuzzOptions.parse(1, arguments.split(" ", -1)));
  }

  @Test
  void aMinuteWithAnySeedUnlessSaidOtherwise() {
    FuzzOptions options = FuzzOptions.parse(9);
    assertThat(options.seconds()).isEqualTo(60);
    assertThat(options.seed()).isEqualTo(9);
  }

  private int run(List<Check> checks, String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    System.arraycopy(new String[] {"--seed", "5", "--keep", folder.toString()}, 0, all, 0, 4);
    return new Fuzz(FuzzOptions.parse(1, all), checks, new PrintStream(err, true, UTF_8))
        .run(new PrintStream(out, true, UTF_8));
  }

  private static Check failing(int number) {
    return new Failing(number);
  }

  /** Documents as usual, of which one does not hold. */
  private static class Failing implements Check {
    private final int number;
    private int seen;

    Failing(int number) {
      this.number = number;
    }

    @Override
    public String extension() {
      return ".xml";
    }

    @Override
    public byte[] document(Random random) throws IOException {
      return CHECKS.get(0).document(random);
    }

    @Override
    public String fault(byte[] document, Random random, Tally tally) {
      return ++seen == number ? "differs" : "";
    }
  }
}
