package org.midex.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.Midex;
import org.midex.Midex.Imported;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.tabular.FilledTemplate;

/** LibreOffice opens and saves filled-in templates; the figures stay what they were. */
@Tag("once")
class LibreOfficeTest {
  private static final String PROGRAM = "soffice";
  private static final Midex MIDEX = Midex.standard();

  /** All themes take a minute; {@code -Dmidex.libreoffice.every=1} tries them. */
  private static final int EVERY = Integer.getInteger("midex.libreoffice.every", 7);

  @TempDir Path folder;

  @Test
  void templatesComeBackFromLibreOffice() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(f -> Files.isExecutable(Path.of(f, PROGRAM))),
        "skipped: soffice (libreoffice-calc) is not installed");
    List<String> languages = MIDEX.catalogue().languages();
    Map<String, FilledIn> filled = new LinkedHashMap<>();
    List<String> themes = MIDEX.catalogue().themeIds();
    for (int i = 0; i < themes.size(); i += EVERY) {
      String theme = themes.get(i);
      String language = languages.get(filled.size() % languages.size());
      filled.put(theme, FilledIn.make(MIDEX, MIDEX.catalogue().theme(theme), language, folder));
    }
    convert(filled.values().stream().map(f -> f.workbook().toString()).toList());
    for (FilledIn template : filled.values()) {
      Path saved = folder.resolve("saved").resolve(template.workbook().getFileName());
      Path message = folder.resolve("back.xml");
      List<String> rules = new ArrayList<>();
      Imported imported = importTemplate(saved, message, rules);
      assertThat(rules).as(saved.toString()).isEmpty();
      assertThat(imported.written()).isTrue();
      assertThat(TemplateDigestTest.digest(message))
          .isEqualTo(TemplateDigestTest.digest(template.message()));
    }
  }

  private static Imported importTemplate(Path file, Path message, List<String> rules)
      throws IOException {
    Source source = Source.of(file);
    FilledTemplate template = MIDEX.findTemplate(source).orElseThrow();
    FindingSink sink =
        new FindingSink() {
          @Override
          public void report(
              org.midex.model.Problem problem, org.midex.model.Occurrence occurrence) {
            rules.add(problem.rule() + " " + occurrence.value());
          }

          @Override
          public void notRun(String rule, String why) {}

          @Override
          public void incomplete() {}
        };
    return MIDEX.importTemplate(source, template, null, "urn:example:1", message, sink);
  }

  private void convert(List<String> files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM,
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "xlsx",
                "--outdir",
                folder.resolve("saved").toString()));
    command.addAll(files);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("soffice ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
  }
}
