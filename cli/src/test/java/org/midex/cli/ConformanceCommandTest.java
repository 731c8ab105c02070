package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite from the command line, on this program as a process of its own. */
@Tag("once")
class ConformanceCommandTest {
  /** As it is in the tree; the program's own is unpacked first, which takes seconds. */
  private static final String SUITE = "../conformance/vectors/1.0";

  private static final String SOME = "validator/themes/theme-visa-*";

  @TempDir private Path folder;
  private Path iut;
  private Path results;

  @BeforeEach
  void begin() throws IOException {
    iut = describe("iut.json", Main.class.getName(), "iut");
    results = folder.resolve("results");
  }

  private Path describe(String name, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    StringBuilder command = new StringBuilder();
    for (String word :
        new String[] {
          java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")
        }) {
      command.append('"').append(word.replace("\\", "\\\\")).append("\", ");
    }
    String rest = "\"" + String.join("\", \"", arguments) + "\"";
    return Files.writeString(
        folder.resolve(name), "{\"command\": [" + command + rest + "], \"timeoutSeconds\": 60}");
  }

  private Run run(String... more) {
    String[] all = {
      "conformance",
      "run",
      "--iut",
      iut.toString(),
      "--suite",
      SUITE,
      "--filter",
      SOME,
      "--jobs",
      "1",
      "-o"
    };
    return Run.midex(words(words(all, results.toString()), more));
  }

  private static String[] words(String[] some, String... more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  @Test
  void theReferenceConforms() throws IOException {
    Run run = run();
    assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("PASSED", " pass");
    assertThat(results.resolve("report.html")).isNotEmptyFile();
    assertThat(Files.readString(results.resolve("junit.xml"))).contains("failures=\"0\"");
  }

  @Test
  void theListOfExpectedFailuresStaysTrue() throws IOException {
    Path known = folder.resolve("known.txt");
    Files.writeString(known, "theme-visa-conformant 2099-12-31 not yet\n");
    Run unexpected = run("--expected-failures", known.toString());
    assertThat(unexpected.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(unexpected.out()).contains("unexpected pass", "take it off", "not yet");
    assertThat(run("--expected-failures", known.toString(), "--lang", "fr").out())
        .contains("réussite inattendue", "à retirer de la liste", "not yet");
    assertThat(Files.readString(results.resolve("junit.xml"))).contains("à retirer de la liste");
    assertThat(run("--expected-failures", known.toString(), "--update").code())
        .isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(known).isEmptyFile();
    Files.writeString(known, "no-such-vector 2099-12-31 never\n");
    assertThat(run("--expected-failures", known.toString()).code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void whatCannotBeStartedIsNoVerdict() throws IOException {
    iut = describe("iut.json", "no.such.Program");
    assertThat(run().code()).isEqualTo(Exit.FAILED);
    Files.writeString(iut, "{}");
    assertThat(run().code()).isEqualTo(Exit.USAGE);
    assertThat(results).doesNotExist();
  }

  @Test
  void aRunOfNothingIsUndecidedAndTakesOldResultsAway() throws IOException {
    assertThat(run().code()).isEqualTo(Exit.OK);
    iut = describe("iut.json", HangingAdapter.class.getName(), folder.resolve("pid").toString());
    String[] detached = {
      "conformance", "run", "--iut", iut.toString(), "--filter", "signer/detached/*", "-o"
    };
    Run nothing = Run.midex(words(detached, results.toString()));
    assertThat(nothing.out()).contains("NOTHING WAS RUN");
    assertThat(nothing.code()).isEqualTo(Exit.UNDECIDED);
    assertThat(Files.readString(results.resolve("summary.md"))).contains("not claimed");
    iut = describe("iut.json", "no.such.Program");
    assertThat(run().code()).isEqualTo(Exit.FAILED);
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void wrongUsage() {
    assertThat(
            Run.midex("conformance", "run", "--iut", iut.toString(), "--jobs", "0", "-o", "x")
                .code())
        .isEqualTo(Exit.USAGE);
    assertThat(run("--timeout", "99999").code()).isEqualTo(Exit.USAGE);
    assertThat(run("--profile", "writter").err()).contains("did you mean writer");
    assertThat(run("--profile", "writer").err()).contains("no vector fits");
    assertThat(run("--update").code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void twoUnderstandOneAnother() throws IOException {
    Run matrix =
        Run.midex(
            "conformance",
            "matrix",
            "--iut",
            iut.toString(),
            "--suite",
            SUITE,
            "--filter",
            "EXC-3",
            "-o",
            results.toString());
    assertThat(matrix.code()).as(matrix.out() + matrix.err()).isEqualTo(Exit.OK);
    assertThat(matrix.out()).containsPattern("\\| ([1-9]\\d*) of \\1 \\|");
    assertThat(results.resolve("matrix.md")).isNotEmptyFile();
  }

  @Test
  void vectorsAreListedShownAndVerified() {
    Run list = Run.midex("conformance", "list", "--filter", "XML-3");
    assertThat(list.out()).contains("XML-3").doesNotContain("PKG-1");
    String path = list.out().strip().lines().findFirst().orElseThrow().split(" ", 2)[0];
    Path copy = folder.resolve("copy");
    Run show = Run.midex("conformance", "show", path, "--suite", SUITE, "-o", copy.toString());
    assertThat(show.out()).contains("ask", "expect", "MUST");
    assertThat(copy.resolve("test.json")).isNotEmptyFile();
    assertThat(Run.midex("conformance", "show", "no-such", "--suite", SUITE).code())
        .isEqualTo(Exit.USAGE);
    assertThat(
            Run.midex("conformance", "verify-vectors", "--suite", SUITE, "--filter", SOME).code())
        .isEqualTo(Exit.OK);
  }
}
