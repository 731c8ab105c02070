package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;

/** The catalogue in its jar, as programs use it. */
class PackedCatalogueTest {
  private static final int THREADS = 8;

  @Test
  void isListedByManyThreadsAtOnce() throws Exception {
    String place =
        String.valueOf(Catalogue.class.getProtectionDomain().getCodeSource().getLocation());
    assumeTrue(place.endsWith(".jar"), "the schema module is not packed: " + place);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 40 * THREADS; i++) {
        all.add(threads.submit(() -> Catalogue.standard().languages()));
      }
      for (Future<List<String>> one : all) {
        assertThat(one.get()).contains("en", "es", "fr");
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
