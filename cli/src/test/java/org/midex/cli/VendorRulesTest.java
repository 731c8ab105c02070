package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorRulesTest {
  private static final String GOOD = "../examples/refugees.xml";
  private static final Path EXAMPLE = Path.of("../examples/own-rules");

  @TempDir private static Path acme;
  @TempDir private Path folder;

  @BeforeAll
  static void packTheWorkedExample() throws IOException {
    String service =
        Files.readString(EXAMPLE.resolve("META-INF/services/org.midex.validation.RuleProvider"));
    VendorJar.write(acme.resolve("acme-rules.jar"), EXAMPLE.resolve("src"), service.strip());
  }

  private Run validate(String... more) {
    List<String> arguments = new ArrayList<>(List.of("validate", "--rules-path", acme.toString()));
    arguments.addAll(List.of(more));
    return Run.midex(arguments.toArray(String[]::new));
  }

  private String file(String from, String to) throws IOException {
    String text = Files.readString(Path.of(GOOD)).replaceAll(from, to);
    return Files.writeString(folder.resolve("changed.xml"), text).toString();
  }

  @Nested
  class TheWorkedExample {
    @Test
    void isSilentOnAGoodFileAndNamed() {
      Run run = validate(GOOD);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .startsWith("CONFORMANT")
          .contains("\n   with rules of acme-rules.jar: ACME-V01, ACME-V02\n")
          .doesNotContain("ACME-V01  ");
    }

    @Test
    void findsRowsAndDatasetsThatBreakItsRules() throws IOException {
      Run rows = validate(file("OBS_VALUE=\"[0-9]+\"", "OBS_VALUE=\"2000000\""));
      assertThat(rows.out())
          .contains("warning ACME-V01  OBS_VALUE: more than the office thinks possible")
          .contains("Found 2000000, at most 1000000 are expected")
          .doesNotContain("ACME-V02  ");
      Run dataset = validate(file("SEX=\"[^\"]+\"", "SEX=\"F\""));
      assertThat(dataset.code()).isEqualTo(Exit.NOT_CONFORMANT);
      assertThat(dataset.out())
          .contains("error ACME-V02  REF_AREA: areas without a figure for both sexes")
          .contains("has figures by sex only");
    }

    @Test
    void speaksTheLanguagesThatItHasAndElseEnglish() throws IOException {
      String file = file("OBS_VALUE=\"[0-9]+\"", "OBS_VALUE=\"2000000\"");
      assertThat(validate(file, "--lang", "fr").out()).contains("plus que ce que l’office");
      assertThat(validate(file, "--lang", "es").out()).contains("more than the office thinks");
    }

    @Test
    void isToldInJson() throws IOException {
      assertThat(validate(GOOD, "--format", "json").out())
          .contains("\"vendorRules\" : [", "\"jar\" : \"acme-rules.jar\"", "\"ACME-V02\"");
    }

    @Test
    void obeysRuleSets() throws IOException {
      String file = file("OBS_VALUE=\"[0-9]+\"", "OBS_VALUE=\"2000000\"");
      Path rules = folder.resolve("rules.yaml");
      Files.writeString(rules, "name: a\nrules: {ACME-V01: {disabled: true}}");
      Run off = validate(file, "--rules", rules.toString());
      assertThat(off.out())
          .doesNotContain("ACME-V01  ")
          .contains("with rules of acme-rules.jar: ACME-V02\n", "ACME-V01 is off");
      Files.writeString(rules, "name: a\nrules: {ACME-V01: {parameters: {most: 3000000}}}");
      assertThat(validate(file, "--rules", rules.toString()).out())
          .doesNotContain("ACME-V01  ")
          .contains("ACME-V01 has most = 3000000 instead of 1000000");
      Files.writeString(rules, "name: a\nrules: {ACME-V01: {parameters: {most: many}}}");
      assertThat(validate(file, "--rules", rules.toString()).code()).isEqualTo(Exit.USAGE);
    }

    @Test
    void isExplained() {
      Run run = Run.midex("explain", "ACME-V02", "--rules-path", acme.toString());
      assertThat(run.code()).isZero();
      assertThat(run.out()).contains("publishes totals", "acme-rules.jar");
    }

    @Test
    void isFoundByTheEnvironment() {
      Run run = Run.with(Map.of("MIDEX_RULES_PATH", acme.toString()), "validate", GOOD);
      assertThat(run.out()).contains("with rules of acme-rules.jar");
    }
  }

  @Nested
  class AFaultyJar {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "MDX-V01|en|return (r, f) -> {};|'MDX-V01': ids that start with MDX- are the standard's",
          "bad|en|return (r, f) -> {};|'bad': expected an id such as ACME-V01",
          "BAD-V01|fr|return (r, f) -> {};|'BAD-V01': it has no texts in English (en)",
          "BAD-V01|en|throw new IllegalStateException(\"oh\");|BAD-V01 failed: java.lang.IllegalStateException: oh",
          "BAD-V01|en|return null;|BAD-V01 failed: java.lang.IllegalStateException: start gave no check",
          "BAD-V01|en|return (r, f) -> { throw new NoSuchElementException(\"row\"); };|BAD-V01 failed: java.util.NoSuchElementException: row",
          "BAD-V01|en|return (r, f) -> deep(r, f); } static void deep(RowView r, VendorFindings f) { deep(r, f);|BAD-V01 failed: java.lang.StackOverflowError",
          "BAD-V01|en|return (r, f) -> f.report(\"NO_FIELD\", null, Map.of());|REFUGEE_POP has no field NO_FIELD",
          "BAD-V01|en|return (r, f) -> f.report(99L, null, null, Map.of());|no row 99 has been read"
        })
    void isNoVerdictAndNamed(String id, String language, String check, String said)
        throws IOException {
      VendorJar.bad(folder, id, language, check);
      Run run = Run.midex("validate", GOOD, "--rules-path", folder.toString());
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.out()).doesNotContain("CONFORMANT");
      assertThat(run.err()).startsWith("midex: rules of bad.jar: ").contains(said);
    }

    @Test
    void withoutRulesIsNotPassedOver() throws IOException {
      VendorJar.write(folder.resolve("empty.jar"), EXAMPLE.resolve("src"), "");
      Run run = Run.midex("validate", GOOD, "--rules-path", folder.toString());
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).contains("rules of empty.jar: it has none");
    }

    @Test
    void cannotTakeTheIdsOfAnother() throws IOException {
      Files.copy(acme.resolve("acme-rules.jar"), folder.resolve("a.jar"));
      Files.copy(acme.resolve("acme-rules.jar"), folder.resolve("b.jar"));
      Run run = Run.midex("validate", GOOD, "--rules-path", folder.toString());
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).contains("rules of b.jar: 'ACME-V01': there is another rule");
    }

    @Test
    void thatIsOffDoesNoHarm() throws IOException {
      VendorJar.bad(folder, "BAD-V01", "en", "throw new IllegalStateException();");
      Path rules = folder.resolve("rules.yaml");
      Files.writeString(rules, "name: a\nrules: {BAD-V01: {disabled: true}}");
      String[] arguments = {
        "validate", GOOD, "--rules-path", folder.toString(), "--rules", rules.toString()
      };
      assertThat(Run.midex(arguments).code()).isZero();
    }

    @Test
    void isNotBlamedWhenTheReportCannotBeWritten() throws IOException {
      VendorJar.bad(
          folder,
          "BAD-V01",
          "en",
          "return (r, f) -> f.report(null, \"x\".repeat(9999), Map.of());");
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("No space left on device");
            }
          };
      String[] arguments = {
        "validate", GOOD, "--rules-path", folder.toString(), "--format", "ndjson"
      };
      Run run = Run.into(full, Map.of(), arguments);
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).contains("No space left").doesNotContain("bad.jar");
    }
  }

  @Test
  void aFolderThatIsMissingOrEmptyIsWrongUsage() {
    Run missing = Run.midex("validate", GOOD, "--rules-path", "missing");
    assertThat(missing.code()).isEqualTo(Exit.USAGE);
    assertThat(missing.err()).startsWith("midex: --rules-path: no folder missing");
    Run empty = Run.midex("validate", GOOD, "--rules-path", folder.toString());
    assertThat(empty.code()).isEqualTo(Exit.USAGE);
    assertThat(empty.err()).contains("holds no jar");
  }
}
