package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void helpNamesTheCommandsAndTheExitCodes() {
    Run run = Run.midex("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("codes", "explain", "catalogue", "Exit codes:", "Examples:");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"codes", "explain", "catalogue", "completion"})
  void everyCommandHasHelpWithAnExample(String command) {
    Run run = Run.midex(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: midex " + command).containsPattern("Examples?:");
  }

  @Test
  void versionNamesTheStandard() {
    assertThat(Run.midex("--version").out())
        .startsWith("midex ")
        .contains("standard 1.0, edition 20");
  }

  @Test
  void completionIsAScript() {
    assertThat(Run.midex("completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_midex")
        .contains("--fail-on-new", "--list-maps", "publish");
  }

  @Nested
  class WrongUsage {
    @Test
    void aCommandIsMissing() {
      assertUsage(Run.midex(), "a command is missing");
    }

    @Test
    void theCommandIsUnknown() {
      assertUsage(Run.midex("code"), "unknown command 'code'; did you mean codes?");
    }

    @Test
    void theOptionIsUnknown() {
      assertUsage(
          Run.midex("codes", "--lisst", "CL_SEX"),
          "unknown option '--lisst'; did you mean --list?");
    }

    @Test
    void aParameterIsMissing() {
      assertUsage(Run.midex("explain"), "missing required parameter: 'ID'");
    }

    @Test
    void thereAreNoTextsInTheLanguage() {
      assertUsage(Run.midex("codes", "x", "--lang", "xx"), "--lang: no texts in 'xx'");
    }

    @Test
    void whatWasTypedCannotPaintTheTerminal() {
      assertUsage(Run.midex("co\u001B[2Jdes\u202E"), "unknown command 'co\\u001B[2Jdes\\u202E'");
    }

    @Test
    void anArgumentWithAnAtSignIsNoFileOfArguments() {
      assertUsage(Run.midex("explain", "@/etc/hostname"), "'@/etc/hostname'");
    }

    private void assertUsage(Run run, String message) {
      assertThat(run.code()).isEqualTo(Exit.USAGE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("midex: ").contains(message).contains("Try: midex");
      assertThat(run.err().lines()).hasSize(2);
    }
  }

  @Nested
  class TheLanguage {
    @Test
    void isAskedForByOptionBeforeOrAfterTheCommand() {
      assertThat(Run.midex("--lang", "fr", "explain", "MDX-V01").out()).contains("Pourquoi");
      assertThat(Run.midex("explain", "MDX-V01", "--lang", "es").out()).contains("Por qué");
    }

    @Test
    void isTheEnvironmentsOtherwise() {
      assertThat(Run.with(Map.of("LANG", "fr_CA.UTF-8"), "explain", "SEX").out())
          .contains("Définition");
      assertThat(Run.with(Map.of("LC_ALL", "C", "LANG", "fr_FR"), "explain", "SEX").out())
          .contains("Definition");
      assertThat(Run.with(Map.of("LANG", "de_DE"), "explain", "SEX").out()).contains("Definition");
    }
  }

  @Nested
  class StdoutFails {
    @Test
    void quietlyWhenTheReaderLeft() {
      Run run = Run.into(failing("Broken pipe"), Map.of(), "catalogue");
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).isEmpty();
    }

    @Test
    void withAMessageWhenTheDiskIsFull() {
      Run run = Run.into(failing("No space left on device"), Map.of(), "catalogue");
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).isEqualTo("midex: stdout: No space left on device\n");
    }

    private OutputStream failing(String message) {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          throw new IOException(message);
        }
      };
    }
  }

  @Nested
  class AnInternalError {
    private final OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("out of luck");
          }
        };

    @Test
    void isOneLineAndNoVerdict() {
      Run run = Run.into(broken, Map.of(), "catalogue");
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err().lines())
          .singleElement()
          .asString()
          .contains("internal error", "out of luck", "MIDEX_DEBUG=1");
    }

    @Test
    void showsWhereOnRequest() {
      Run run = Run.into(broken, Map.of("MIDEX_DEBUG", "1"), "catalogue");
      assertThat(run.code()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).contains("\tat org.midex.cli");
    }
  }
}
