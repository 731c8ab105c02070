package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may tell of a person is not in a report unless it is asked for. */
class MaskingTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void aFileWhoseCommentsNameAPerson() throws IOException {
    String damaged = Files.readString(Path.of("../examples/asylum-damaged.xml"));
    file =
        Files.writeString(
            folder.resolve("named.xml"),
            damaged
                .replace("<Obs ", "<Obs COMMENT='as Jane Doe says' ")
                .replaceFirst("as Jane Doe says'", "' TITLE='Jane'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void isMasked(String format) {
    String report = Run.midex("validate", file.toString(), "--format", format).out();
    assertThat(report).contains("MDX-V02").doesNotContain("Doe");
    if (!format.equals("ndjson")) {
      assertThat(report).contains("COMMENT='•••'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void isShownWhenAskedFor(String format) {
    String report =
        Run.midex("validate", file.toString(), "--format", format, "--show-values").out();
    assertThat(report).contains("COMMENT='as Jane Doe says'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text"})
  void theCaretStaysUnderItsValue(String format) {
    String[] lines =
        Run.midex("validate", file.toString(), "--format", format).out().split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      int caret = lines[i].indexOf("^^ ");
      if (caret > 0 && lines[i].contains("FRA")) {
        assertThat(lines[i - 1].substring(caret)).startsWith("FR");
        return;
      }
    }
    throw new AssertionError("no caret under FR");
  }
}
