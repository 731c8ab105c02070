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

  private String table(String rows) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), HEADINGS + rows).toString();
  }
}
