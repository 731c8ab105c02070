package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String HEADINGS =
      "year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,refugees,asylum_seekers,returned_refugees,idps,returned_idps,stateless,ooc,oip,hst\n";
  private static final String GOOD = "2023,Austria,AUS,AUT,Egypt,ARE,EGY,5,7,0,0,0,0,0,,0\n";
  private static final String UNKNOWN = "2023,Nowhere,QQQ,QQQ,Egypt,ARE,EGY,5,7,0,0,0,0,0,,0\n";

  @TempDir private Path folder;
  private Path out = Path.of("");

  @BeforeEach
  void name() {
    out = folder.resolve("out.xml");
  }

  @Test
  void tellsWhatBecameOfEveryCell() throws IOException {
    Run run = Run.midex("import", table(GOOD), "--map", "unhcr-population", "-o", out.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("mapping unhcr-population")
        .containsPattern("rows +1\n *cells +16\n *observations +8\n");
    assertThat(Files.readString(out)).contains("REF_AREA=\"EGY\" ORIGIN=\"AUT\"");
    assertThat(Run.midex("validate", out.toString()).code()).isZero();
  }

  @Test
  void writesTheMessageEvenWithFindings() throws IOException {
    Run run =
        Run.midex(
            "import", table(GOOD + UNKNOWN), "--map", "unhcr-population", "-o", out.toString());
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("MDX-I01", "QQQ");
    assertThat(out).exists();
  }

  @Test
  void leavesStdoutToTheMessage() throws IOException {
    Run run =
        Run.reading(
            (HEADINGS + GOOD).getBytes(UTF_8),
            "import",
            "-",
            "--map",
            "unhcr-population",
            "-o",
            "-",
            "--to",
            "xml");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("<?xml").endsWith("</Message>\n");
    assertThat(run.err()).contains("observations");
  }

  @Test
  void listsTheMappings() {
    assertThat(Run.midex("import", "--list-maps").out())
        .contains("unhcr-population", "eurostat-asylum-applicants");
  }

  @Test
  void doesNotKnowEveryMapping() throws IOException {
    Run run = Run.midex("import", table(GOOD), "--map", "unhcr-populatio", "-o", out.toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("did you mean unhcr-population?");
    assertThat(Run.midex("import", table(GOOD), "-o", out.toString()).code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void ofNoTableWritesNothing() {
    Run run =
        Run.midex(
            "import",
            "../examples/refugees.xml",
            "--map",
            "unhcr-population",
            "-o",
            out.toString());
    assertThat(run.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(run.out()).contains("not imported", "MDX-I0");
    assertThat(out).doesNotExist();
  }

  @Test
  void sdmxCsvOfAThemeNeedsNoMapping() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("sdmx.csv"),
            """
            STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA;CITIZENSHIP;SEX;AGE;MINOR_STATUS;TIME_PERIOD;OBS_VALUE;UNIT_MEASURE
            datastructure;MIDEX:TEMP_PROT(1.0);R;AUT;UKR;F;_T;_T;2024-03;12;PS
            """);
    Run run = Run.midex("import", table.toString(), "-o", out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("TEMP_PROT", "The sender is not known", "--header");
    assertThat(Files.readString(out))
        .contains("<TEMP_PROT action=\"Replace\" UNIT_MEASURE=\"PS\">")
        .contains("<Area>_U</Area>");
    assertThat(Run.midex("validate", out.toString()).code()).isZero();

    Path header =
        Files.writeString(folder.resolve("h.yaml"), "Sender: {Area: AUT, Authority: BFA}\n");
    run =
        Run.midex("import", table.toString(), "--header", header.toString(), "-o", out.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("The sender is not known");
    assertThat(Files.readString(out)).contains("<Authority>BFA</Authority>");
  }

  @Test
  void aHeaderThatAvroCannotHoldIsRefused() throws IOException {
    String source = "DataSource: [" + ("x".repeat(32_000) + ", ").repeat(135) + "x]\n";
    Path header = Files.writeString(folder.resolve("h.yaml"), source);
    Path avro = folder.resolve("out.avro");
    String[] run = {"import", table(GOOD), "--map", "unhcr-population", "--header", "" + header};
    Run refused = SignedExchange.run(new String[] {"-o", avro.toString()}, run);
    assertThat(refused.code()).as(refused.err()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(refused.out()).contains("MDX-S04", "4194304");
    assertThat(avro).doesNotExist();
    assertThat(SignedExchange.run(new String[] {"-o", out.toString()}, run).code()).isZero();
  }

  @Test
  void aStructureThatNobodyKnowsNeedsAMapping() throws IOException {
    Path table = Files.writeString(folder.resolve("sdmx.csv"), "DATAFLOW,geo\nESTAT:FOO(1.0),AT\n");
    Run run = Run.midex("import", table.toString(), "-o", out.toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("ESTAT:FOO(1.0)", "--map");
    assertThat(out).doesNotExist();
  }

  @Test
  void allFaultsOfAMappingAreToldOnLinesOfTheirOwn() throws IOException {
    Path map =
        Files.writeString(
            folder.resolve("m.yaml"), "id: x\ntheme: ASYLUM_AP\ntable: {format: cvs}\n");
    Run run = Run.midex("import", table(GOOD), "--map", map.toString(), "-o", out.toString());
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err().lines().filter(line -> line.startsWith("midex: " + map)))
        .hasSize(5)
        .anyMatch(line -> line.endsWith("m.yaml:2: no theme ASYLUM_AP; did you mean ASYLUM_APP?"))
        .anyMatch(line -> line.contains("m.yaml:3: expected csv, sdmx-csv or xlsx"));
  }

  private String table(String rows) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), HEADINGS + rows).toString();
  }
}
