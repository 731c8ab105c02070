package org.midex.schema.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.schema.Catalogue;

/** What is committed is what the publisher writes. */
class PublishedFilesTest {
  private static final String CURE =
      "%s is not what the catalogue says; run: mvn -q -pl schema compile exec:java@publish";
  private static final Publisher PUBLISHER =
      new Publisher(Catalogue.of(Path.of("src/main/catalogue")));

  @Test
  void theSchemasAreUpToDate() throws IOException {
    isUpToDate(Path.of("published", PUBLISHER.version()), PUBLISHER.schemas());
  }

  @Test
  void thePagesAreUpToDate() throws IOException {
    isUpToDate(Path.of("../docs/generated"), PUBLISHER.pages());
  }

  @Test
  void publishingWritesAllAndRemovesLeftovers(@TempDir Path folder) throws IOException {
    copyCatalogue(folder.resolve("schema"));
    Path leftSchema = folder.resolve("schema/published/1.0/avro/GONE.avsc");
    Path leftStructure = folder.resolve("schema/published/1.0/sdmx/codelists/CL_GONE.xml");
    Path leftPage = folder.resolve("docs/themes/GONE.md");
    Path written = folder.resolve("schema/published/1.0/report.schema.json");
    for (Path file : new Path[] {leftSchema, leftStructure, leftPage, written}) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
    Publisher.main(
        new String[] {folder.resolve("schema").toString(), folder.resolve("docs").toString()});
    assertThat(leftSchema).doesNotExist();
    assertThat(leftStructure).doesNotExist();
    assertThat(leftPage).doesNotExist();
    assertThat(written).hasContent("{}");
    assertThat(folder.resolve("schema/published/1.0/midex.xsd"))
        .hasContent(PUBLISHER.schemas().get("midex.xsd"));
    assertThat(folder.resolve("docs/index.md")).hasContent(PUBLISHER.pages().get("index.md"));
  }

  private static void isUpToDate(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      assertThat(path).as(CURE, path).isRegularFile();
      assertThat(Files.readString(path).equals(file.getValue())).as(CURE, path).isTrue();
    }
    List<String> leftovers = Publisher.leftovers(folder, files);
    assertThat(leftovers).as(CURE, leftovers).isEmpty();
  }

  private static void copyCatalogue(Path schema) throws IOException {
    Path from = Path.of("src/main/catalogue");
    Path to = schema.resolve(from);
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
