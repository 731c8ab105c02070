package org.midex.schema.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.schema.CatalogueSource;
import org.midex.schema.Edition;

class CompiledYamlTest {
  private static final Path SOURCES = Path.of("src/main/catalogue");
  private static final CatalogueSource STANDARD = CatalogueSource.ofClasspath();

  static List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.map(f -> SOURCES.relativize(f).toString().replace('\\', '/'))
          .filter(f -> f.endsWith(".yaml"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysWhatTheFileSays(String file) throws IOException {
    byte[] text = Files.readAllBytes(SOURCES.resolve(file));
    assertThat(CompiledYaml.find(STANDARD, file, text))
        .isEqualTo(YamlParser.parse(new ByteArrayInputStream(text), file));
  }

  @Test
  void isNotTakenForAFileThatHasChangedSince() throws IOException {
    byte[] text = Files.readAllBytes(SOURCES.resolve("rules.yaml"));
    text[text.length - 2] ^= 1;
    assertThat(CompiledYaml.find(STANDARD, "rules.yaml", text)).isNull();
  }

  @Test
  void anOlderEditionHasItToo() throws IOException {
    Edition newest = TableLoader.edition(STANDARD);
    LocalDate oldest = newest.known().get(newest.known().size() - 1);
    CatalogueSource older = new EditionSource(STANDARD, oldest, newest.known());
    byte[] text = read(older, "rules.yaml");
    assertThat(text).isNotEqualTo(read(STANDARD, "rules.yaml"));
    assertThat(CompiledYaml.find(older, "rules.yaml", text)).isNotNull();
  }

  /** Else an extension could say something else than its files show. */
  @Test
  void isOnlyTakenFromThePackedEdition(@TempDir Path folder) throws IOException {
    byte[] text = "a: 1\n".getBytes(UTF_8);
    Path compiled = folder.resolve(CompiledYaml.FOLDER).resolve("test.yaml");
    Files.createDirectories(compiled.getParent());
    try (OutputStream out = Files.newOutputStream(compiled)) {
      CompiledYaml.write(text, new YamlNode.Text(1, "something else"), out);
    }
    assertThat(CompiledYaml.find(CatalogueSource.ofDirectory(folder), "test.yaml", text)).isNull();
  }

  @Test
  void keepsEveryKindOfValueAndItsLine() throws IOException {
    byte[] text = "# comment\na: {b: [1, ä, \"\"]}\nc: >-\n  two\n  lines\nd:\n".getBytes(UTF_8);
    YamlNode node = YamlParser.parse(new ByteArrayInputStream(text), "test.yaml");
    ByteArrayOutputStream compiled = new ByteArrayOutputStream();
    CompiledYaml.write(text, node, compiled);
    assertThat(CompiledYaml.find(of(compiled.toByteArray()), "test.yaml", text)).isEqualTo(node);
    assertThat(((YamlNode.Entries) node).names().get(2)).isEqualTo(new YamlNode.Text(3, "c"));
  }

  private static byte[] read(CatalogueSource source, String file) throws IOException {
    try (InputStream in = source.open(file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static CatalogueSource of(byte[] compiled) {
    return new CatalogueSource() {
      @Override
      public @Nullable InputStream open(String path) {
        return null;
      }

      @Override
      public InputStream openCompiled(String path) {
        return new ByteArrayInputStream(compiled);
      }

      @Override
      public List<String> list(String folder) {
        return List.of();
      }
    };
  }
}
