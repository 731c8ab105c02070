package org.midex.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
  @TempDir Path folder;

  @Test
  void whatAVectorNamesIsUnpackedWithIt() throws Exception {
    Contents contents = Contents.bundled();
    Vector forged = contents.vector("exchange-forged").orElseThrow();
    Path root = folder.resolve("suite");
    Suite suite = contents.unpack(root, List.of(forged));
    assertThat(suite.folder(forged)).isNotEmptyDirectory();
    assertThat(root.resolve("signer/packages/asic-file-changed/package.asice")).exists();
    assertThat(root.resolve("fixtures")).isNotEmptyDirectory();
    assertThat(root.resolve("reader")).doesNotExist();
    suite.requireUnchanged();
  }
}
