package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.midex.tabular.FilledBook;

class TemplateCommandTest {
  private static final Map<String, String> ROW =
      Map.of(
          "ORIGIN", "SYR République arabe syrienne",
          "POP_TYPE", "REF",
          "SEX", "Femmes",
          "AGE", "_T",
          "LOCATION_TYPE", "_T",
          "ACCOMMODATION", "_T",
          "TIME_PERIOD", "2024",
          "OBS_VALUE", "7");

  @TempDir private Path folder;

  private String template(String name, String... more) {
    String file = folder.resolve(name).toString();
    String[] args = new String[more.length + 4];
    System.arraycopy(new String[] {"template", "REFUGEE_POP", "-o", file}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    Run run = Run.midex(args);
    assertThat(run.code()).as(run.err()).isZero();
    return file;
  }

  private String filled(Map<String, String> row) throws IOException {
    String file = template("t.xlsx", "--lang", "fr", "--dimension", "REF_AREA=AUT");
    FilledBook book = FilledBook.withSender(Files.readAllBytes(Path.of(file)));
    Files.write(Path.of(file), book.row(row).bytes());
    return file;
  }

  @Test
  void writesAWorkbookAndSaysSo() {
    Run run = Run.midex("template", "REFUGEE_POP", "-o", folder.resolve("t.xlsx").toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("t.xlsx: template of REFUGEE_POP, 12 columns");
    assertThat(folder.resolve("t.xlsx")).isNotEmptyFile();
  }

  @Test
  void writesTextWithTheIdsInTheFirstLine() throws IOException {
    String file = template("t.csv", "--dimension", "SEX=_T", "--dimension", "TIME_PERIOD=2024");
    assertThat(Files.readString(Path.of(file)))
        .startsWith("REF_AREA,ORIGIN,POP_TYPE,AGE,")
        .endsWith(" en SEX=_T TIME_PERIOD=2024\r\n");
  }

  @Test
  void aFilledInTemplateIsImportedWithoutMapping() throws IOException {
    Path out = folder.resolve("out.xml");
    Run run = Run.midex("import", filled(ROW), "-o", out.toString());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("mapping template").containsPattern("observations +1\n");
    assertThat(Files.readString(out))
        .contains("REF_AREA=\"AUT\" ORIGIN=\"SYR\" POP_TYPE=\"REF\" SEX=\"F\"");
    assertThat(Run.midex("validate", out.toString()).code()).isZero();
  }

  @Test
  void aFilledInTemplateIsJudgedAndItsCellsAreNamed() throws IOException {
    assertThat(Run.midex("validate", filled(ROW)).code()).isZero();
    Map<String, String> wrong = new java.util.HashMap<>(ROW);
    wrong.put("OBS_VALUE", "1 234");
    Run run = Run.midex("validate", filled(wrong), "--lang", "fr");
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("MDX-I13", "source Données!H3", "1234");
  }

  @Test
  void theHeaderMayComeFromAFile() throws IOException {
    Path csv = Path.of(template("t.csv", "--dimension", "REF_AREA=AUT"));
    Files.writeString(csv, Files.readString(csv) + "SYR,REF,F,_T,_T,_T,2024,7,,,,\r\n", UTF_8);
    Path out = folder.resolve("out.xml");
    Run without = Run.midex("import", csv.toString(), "-o", out.toString());
    assertThat(without.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(without.out()).contains("MDX-I32", "Sender.Area", "not imported");
    assertThat(out).doesNotExist();
    Path header =
        Files.writeString(
            folder.resolve("header.yaml"), "Sender: {Area: AUT, Authority: EXAMPLE-STATS}\n");
    Run with =
        Run.midex("import", csv.toString(), "-o", out.toString(), "--header", header.toString());
    assertThat(with.code()).as(with.out() + with.err()).isZero();
    assertThat(Run.midex("validate", csv.toString(), "--header", header.toString()).code())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "REFUGEE_POPP,--rows,10,did you mean REFUGEE_POP?",
    "REFUGEE_POP,--rows,0,--rows: expected 1 to 100000",
    "REFUGEE_POP,--rows,1000000,--rows: expected 1 to 100000",
    "REFUGEE_POP,--dimension,SEXE=_T,did you mean SEX?",
    "REFUGEE_POP,--dimension,SEX=f,did you mean F?",
    "REFUGEE_POP,--dimension,SEX,expected NAME=CODE",
    "REFUGEE_POP,--dimension,TIME_PERIOD=2024-03,no value '2024-03'",
    "REFUGEE_POP,--dimension,OBS_VALUE=1,no dimension 'OBS_VALUE'"
  })
  void saysWhatIsWrongWithTheCommand(String theme, String option, String value, String said) {
    Run run =
        Run.midex("template", theme, "-o", folder.resolve("t.xlsx").toString(), option, value);
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains(said);
    assertThat(folder.resolve("t.xlsx")).doesNotExist();
  }

  @Test
  void writesNoOtherKindOfFile() {
    Run run = Run.midex("template", "REFUGEE_POP", "-o", folder.resolve("t.ods").toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("must end in .xlsx or .csv");
  }

  @Test
  void aTableThatIsNoTemplateNeedsAMapping() throws IOException {
    String table = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n").toString();
    Run run = Run.midex("import", table, "-o", folder.resolve("out.xml").toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("only SDMX-CSV and templates can do without");
    Run validate = Run.midex("validate", table);
    assertThat(validate.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(validate.out()).contains("MDX-S05");
  }

  @Test
  void anExtensionsThemeRunsFromRightToLeft() throws IOException {
    String file = folder.resolve("t.xlsx").toString();
    String extension = "../examples/extension";
    Run written =
        Run.midex(
            "template", "RVR_TRANSHUMANCE", "--catalogue", extension, "--lang", "ar", "-o", file);
    assertThat(written.code()).as(written.err()).isZero();
    FilledBook book = FilledBook.withSender(Files.readAllBytes(Path.of(file)));
    assertThat(book.part("xl/worksheets/sheet1.xml")).contains("rightToLeft=\"true\"");
    Files.write(Path.of(file), book.bytes());
    Path out = folder.resolve("out.xml");
    Run with = Run.midex("import", file, "--catalogue", extension, "-o", out.toString());
    assertThat(with.code()).as(with.out() + with.err()).isZero();
    assertThat(Files.readString(out)).contains("<RVR_TRANSHUMANCE");
    Run without = Run.midex("validate", file);
    assertThat(without.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(without.out()).contains("MDX-I06", "RVR_TRANSHUMANCE");
  }
}
