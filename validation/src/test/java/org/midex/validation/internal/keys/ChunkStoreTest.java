package org.midex.validation.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkStoreTest {
  private static final int CHUNK = 4;
  private static final Room ROOM = new Room(2 * CHUNK * Long.BYTES, CHUNK, 1, 1);

  /** In whatever order they are kept and taken, in memory or not. */
  @Test
  void givesBackWhatItWasGiven(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("keys"));
    Deque<ChunkStore.Kept> kept = new ArrayDeque<>();
    Deque<Long> expected = new ArrayDeque<>();
    Random random = new Random(3);
    try (ChunkStore store = new ChunkStore(ROOM, () -> file)) {
      for (long next = 1; next < 300; next++) {
        long[] chunk = store.empty();
        chunk[CHUNK - 1] = next;
        kept.add(store.keep(chunk));
        expected.add(next);
        while (kept.size() > 5 && random.nextInt(3) > 0) {
          assertThat(kept.remove().take()[CHUNK - 1]).isEqualTo(expected.remove());
        }
      }
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void touchesNoFileWhileThereIsRoom() throws IOException {
    try (ChunkStore store =
        new ChunkStore(
            ROOM,
            () -> {
              throw new AssertionError("no file is needed");
            })) {
      store.keep(store.empty());
      store.keep(store.empty()).take();
      store.keep(store.empty());
    }
  }

  @Test
  void saysThatItCannotWrite(@TempDir Path folder) throws IOException {
    try (ChunkStore store = new ChunkStore(ROOM, () -> folder.resolve("missing").resolve("keys"))) {
      store.keep(store.empty());
      store.keep(store.empty());
      assertThatIOException()
          .isThrownBy(() -> store.keep(store.empty()))
          .withMessageStartingWith("a temporary file cannot be written: ");
    }
  }
}
