package org.midex.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueSource;

/**
 * The catalogue's own report words in every language, together with rules whose words this test
 * fixes.
 */
final class FixedRules implements CatalogueSource {
  private final CatalogueSource standard = CatalogueSource.ofClasspath();

  static Catalogue catalogue() {
    return Catalogue.of(new FixedRules());
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    if (path.equals("rules.yaml")) {
      return FixedRules.class.getResourceAsStream(path);
    }
    if (!path.startsWith("names_")) {
      return standard.open(path);
    }
    String words =
        read(standard.open(path))
            .lines()
            .filter(l -> l.startsWith("key,") || l.startsWith("ui."))
            .collect(Collectors.joining("\n", "", "\n"));
    String rules = read(FixedRules.class.getResourceAsStream(path.replace("names", "rules")));
    return new ByteArrayInputStream((words + rules).getBytes(UTF_8));
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return standard.list(folder);
  }

  private static String read(@Nullable InputStream in) throws IOException {
    try (in) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
