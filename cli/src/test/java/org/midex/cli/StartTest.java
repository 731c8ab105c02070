package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a small job must not load, since it would take longer than the job. */
class StartTest {
  private static final List<String> HEAVY =
      List.of(
          "org.snakeyaml.",
          "org.apache.avro.",
          "jakarta.xml.bind.",
          "com.sun.org.apache.xerces.",
          "org.dhatim.",
          "org.bouncycastle.",
          "org.midex.cli.ExportFormat");

  @TempDir Path folder;

  @Test
  void validatingAMessageLoadsOnlyWhatItNeeds() throws IOException, InterruptedException {
    List<String> loaded = loaded("validate", "../examples/refugees.xml");
    assertThat(loaded).contains("org.midex.cli.ValidateCommand");
    assertThat(loaded).filteredOn(name -> HEAVY.stream().anyMatch(name::startsWith)).isEmpty();
  }

  private List<String> loaded(String... args) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + classes + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "out"))
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("out"))).isZero();
    return Files.readAllLines(classes).stream()
        .map(line -> line.replaceFirst("^.*\\] ", "").replaceFirst(" .*$", ""))
        .toList();
  }
}
