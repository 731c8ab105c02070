package org.midex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.Midex.Exported;
import org.midex.model.FindingSink;
import org.midex.schema.Catalogue;
import org.midex.tabular.Mapping;
import org.midex.tabular.SdmxCsv;
import org.midex.tabular.SdmxCsv.Labels;
import org.midex.tabular.SourceLayout;
import org.midex.tabular.TableFormat;

class ExportTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Path EXAMPLE = Path.of("../examples/refugees.xml");
  private static final SdmxCsv SDMX_CSV = new SdmxCsv(Labels.ID, CATALOGUE.texts("en"), ',');

  @TempDir private Path folder;
  private Path target = Path.of("");
  private String example = "";

  @BeforeEach
  void write() throws IOException {
    target = Files.writeString(folder.resolve("out.csv"), "old");
    example = Files.readString(EXAMPLE);
  }

  private Exported export(String message, TableFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve("in.xml"), message);
    try {
      return Midex.standard().export(Source.of(file), format, target, FindingSink.ignoring());
    } finally {
      Files.delete(file);
    }
  }

  private void isUntouched() {
    assertThat(target).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("out.csv");
  }

  @Test
  void replacesTheTargetWhenItIsComplete() throws IOException {
    Exported exported = export(example, SDMX_CSV);
    assertThat(exported.written()).isTrue();
    assertThat(exported.syntax()).isEqualTo("xml");
    assertThat(Files.readAllLines(target)).hasSize(15);
    assertThat(folder.toFile().list()).containsExactly("out.csv");
  }

  @Test
  void doesNotTouchTheTargetOfADamagedMessage() throws IOException {
    Exported exported = export(example.substring(0, example.length() - 300), SDMX_CSV);
    assertThat(exported.written()).isFalse();
    assertThat(exported.account()).isNull();
    assertThat(exported.head()).isNotNull();
    isUntouched();
  }

  @Test
  void doesNotTouchTheTargetWhereNothingCanBeSaid() throws IOException {
    Mapping other = Mapping.builtIn(CATALOGUE, "unhcr-solutions");
    Exported exported = export(example, new SourceLayout(other, List.of()));
    assertThat(exported.written()).isFalse();
    assertThat(exported.account()).isNotNull();
    isUntouched();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REFUGEE_POP", "no"})
  void ofAThemeThatNobodyKnowsIsNone(String unknown) throws IOException {
    String message =
        unknown.equals("no") ? "no message" : example.replace(unknown, "NO_SUCH_THEME");
    assertThat(export(message, SDMX_CSV).written()).isFalse();
    isUntouched();
  }

  @Test
  void ofNoObservationsIsATableOfHeadings() throws IOException {
    Exported exported = export(example.replaceAll("<Obs .*/>\n", ""), SDMX_CSV);
    assertThat(exported.written()).isTrue();
    assertThat(Files.readAllLines(target)).hasSize(1);
  }

  @Test
  void isRefusedUnderAnotherName() {
    target = folder.resolve("out.xlsx");
    assertThatThrownBy(() -> export(example, SDMX_CSV))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(".csv");
  }

  @Test
  void needsAFolder() {
    target = folder.resolve("none/out.csv");
    assertThatThrownBy(() -> export(example, SDMX_CSV)).isInstanceOf(NoSuchFileException.class);
  }
}
