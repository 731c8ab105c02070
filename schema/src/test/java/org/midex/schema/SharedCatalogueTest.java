package org.midex.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A catalogue that several threads use from its first moment. */
class SharedCatalogueTest {
  private static final int THREADS = 4;

  @Test
  void givesAllThreadsTheSameTypesAndLists() throws Exception {
    List<String> themes = Catalogue.standard().themeIds();
    Catalogue catalogue = Catalogue.of(CatalogueSource.ofClasspath());
    CyclicBarrier together = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Object>>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(() -> ask(catalogue, themes, together)));
      }
      List<Object> first = all.get(0).get();
      for (Future<List<Object>> other : all) {
        assertThat(other.get()).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Object> ask(Catalogue catalogue, List<String> themes, CyclicBarrier together)
      throws Exception {
    List<Object> given = new ArrayList<>();
    for (String theme : themes) {
      together.await();
      RowType type = catalogue.theme(theme);
      given.add(type);
      type.fields().stream().map(field -> field.type().list()).forEach(given::add);
    }
    return given;
  }
}
