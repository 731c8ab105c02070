package org.midex.codec.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Names of fields are recognised, and only where they stand whole. */
class FieldNamesTest {
  private static final String LONG = "RVR_HERD" + "_OF_ANIMALS".repeat(7);

  @TempDir private Path folder;

  @Test
  void ofTheStandard() {
    for (RowType type : Catalogue.standard().themes()) {
      check(type);
    }
  }

  /** Names of extensions can be longer than what stands behind the last byte. */
  @Test
  void ofAnExtension() throws IOException {
    Path example = Path.of("../examples/extension");
    List<Path> files;
    try (Stream<Path> all = Files.walk(example)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(example.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.writeString(
          copy, Files.readString(file).replaceAll("(?<![A-Z]_)RVR_HERD(?!\\.csv)", LONG));
    }
    RowType type = Catalogue.standard().extended(folder).theme("RVR_TRANSHUMANCE");
    assertThat(type.find(LONG)).isPresent();
    check(type);
  }

  private static void check(RowType type) {
    FieldNames names = new FieldNames(type);
    for (Field field : type.fields()) {
      byte[] whole = (" " + field.name() + "=\"").getBytes(UTF_8);
      for (int length = 0; length <= whole.length; length++) {
        byte[] there = Arrays.copyOf(whole, length);
        byte[] bytes = Arrays.copyOf(there, length + SlidingBytes.PADDING);
        boolean isWhole = length == whole.length;
        assertThat(names.matches(field.slot(), bytes, 0)).as(field.name()).isEqualTo(isWhole);
        assertThat(names.find(bytes, 0, 0)).isEqualTo(isWhole ? field.slot() : -1);
      }
      for (int i = 0; i < whole.length; i++) {
        byte[] bytes = Arrays.copyOf(whole, whole.length + SlidingBytes.PADDING);
        bytes[i] ^= 2;
        assertThat(names.matches(field.slot(), bytes, 0)).as(field.name()).isFalse();
      }
    }
  }
}
