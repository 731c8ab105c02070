package org.midex.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsTest {
  private static final String TABLE = "../examples/asylum-office.csv";
  private static final String MAPPING = "../examples/asylum-office.yaml";
  private static final String DAMAGED = "../examples/asylum-damaged.xml";

  @TempDir private Path folder;

  private Path rejects(String name, String file, String... more) {
    Path target = folder.resolve(name);
    String[] arguments = new String[more.length + 4];
    arguments[0] = "validate";
    arguments[1] = file;
    arguments[2] = "--write-rejects";
    arguments[3] = target.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    Run run = Run.midex(arguments);
    assertThat(run.code()).as(run.err()).isIn(0, 1);
    return target;
  }

  /** The example in Latin-1, with a country that does not exist in its last row. */
  private String broken() throws IOException {
    String text = Files.readString(Path.of(TABLE));
    assertThat(text).contains(";Iraq;");
    Path file = folder.resolve("t.csv");
    Files.writeString(file, text.replace(";Iraq;", ";Iraké;"), ISO_8859_1);
    return file.toString();
  }

  private String mapping() throws IOException {
    String text = Files.readString(Path.of(MAPPING));
    assertThat(text).contains("encoding: UTF-8");
    Path file = folder.resolve("office.yaml");
    Files.writeString(file, text.replace("encoding: UTF-8", "encoding: ISO-8859-1"));
    return file.toString();
  }

  @Test
  void areTheRowsOfTheTableAsTheyStandThere() throws IOException {
    Path target = rejects("r.csv", broken(), "--map", mapping());
    List<String> source = Files.readAllLines(folder.resolve("t.csv"), ISO_8859_1);
    List<String> rows = Files.readAllLines(target, ISO_8859_1);
    assertThat(rows.get(0)).startsWith("error").endsWith(source.get(0));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1))
        .contains("MDX-I01", "\"\"Iraké\"\"")
        .endsWith(source.get(source.size() - 1));
  }

  @Test
  void ofAnImportAreThoseThatCouldNotBeTranslated() throws IOException {
    Path target = folder.resolve("r.csv");
    Run run =
        Run.midex(
            "import",
            broken(),
            "--map",
            mapping(),
            "-o",
            folder.resolve("m.xml").toString(),
            "--write-rejects",
            target.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("rows with findings written to");
    assertThat(Files.readAllLines(target, ISO_8859_1)).last().asString().contains("MDX-I01");
  }

  @Test
  void ofAMessageAreItsObservationsEvenThoseJudgedAtTheEnd() throws IOException {
    List<String> rows = Files.readAllLines(rejects("r.csv", DAMAGED));
    assertThat(rows.get(0)).startsWith("error,REF_AREA,CITIZENSHIP");
    assertThat(rows)
        .filteredOn(r -> r.contains("MDX-V12"))
        .hasSize(1)
        .allMatch(r -> r.contains("640"));
    assertThat(rows).filteredOn(r -> r.contains("MDX-V02")).hasSize(3);
    assertThat(rows).hasSizeLessThan(22);
  }

  @Test
  void areNoneWhenNothingIsFound() throws IOException {
    assertThat(Files.readAllLines(rejects("r.csv", "../examples/refugees.xml"))).hasSize(1);
  }

  @Test
  void leaveOutWhatIsWaived() throws IOException {
    Path rules = folder.resolve("rules.yaml");
    Files.writeString(
        rules, "name: a\nwaivers: [{rule: MDX-V02, reason: r, owner: o, expires: 2999-01-01}]");
    assertThat(Files.readAllLines(rejects("r.csv", DAMAGED, "--rules", rules.toString())))
        .noneMatch(r -> r.contains("MDX-V02"))
        .anyMatch(r -> r.contains("MDX-V12"));
  }

  @Test
  void canBeAWorkbook() throws IOException {
    Path target = rejects("r.xlsx", DAMAGED);
    try (InputStream in = Files.newInputStream(target);
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("error");
      assertThat(rows.stream().map(r -> r.getCellText(0))).anyMatch(t -> t.contains("MDX-V05"));
    }
  }

  @Test
  void doNotTouchWhatMustNotBeTouched() throws IOException {
    Path input = Files.copy(Path.of(DAMAGED), folder.resolve("in.csv"));
    String same = input.toString();
    assertThat(Run.midex("validate", same, "--write-rejects", same).code()).isEqualTo(Exit.USAGE);
    assertThat(input).hasSameBinaryContentAs(Path.of(DAMAGED));
    String other = folder.resolve("r.txt").toString();
    assertThat(Run.midex("validate", DAMAGED, "--write-rejects", other).code())
        .isEqualTo(Exit.USAGE);
    String csv = folder.resolve("r.csv").toString();
    assertThat(Run.midex("validate", DAMAGED, DAMAGED, "--write-rejects", csv).code())
        .isEqualTo(Exit.USAGE);
    Run none = Run.midex("validate", "../examples/no-message.xml", "--write-rejects", csv);
    assertThat(none.code()).isEqualTo(1);
    assertThat(Path.of(csv)).doesNotExist();
  }
}
