package org.midex.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.midex.tabular.Imported.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide shows works. */
class GuideTest {
  private static List<String> blocks(String kind) throws IOException {
    String guide = Files.readString(Path.of("../docs/guides/mapping.md"));
    Matcher blocks = Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(guide);
    return blocks.results().map(b -> b.group(1)).toList();
  }

  private static Imported example(int number) throws IOException {
    Imported imported = Imported.of(mapping(blocks("yaml").get(number)), blocks("csv").get(number));
    assertThat(imported.findings()).isEmpty();
    assertThat(imported.requireAccount().addsUp()).isTrue();
    return imported;
  }

  @Test
  void theFirstTableIsRead() throws IOException {
    Imported imported = example(0);
    assertThat(imported.column("OBS_VALUE")).containsExactly("1510", "790", null, "12");
    assertThat(imported.column("OBS_STATUS")).containsExactly(null, null, "O", "P");
  }

  @Test
  void theMatrixIsRead() throws IOException {
    Imported imported = example(1);
    assertThat(imported.column("OBS_VALUE")).containsExactly("312", "200");
    assertThat(imported.column("REASON")).containsExactly("FAM", "EMP");
    assertThat(imported.column("TIME_PERIOD")).containsOnly("2024");
  }
}
