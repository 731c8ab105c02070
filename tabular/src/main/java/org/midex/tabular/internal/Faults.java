package org.midex.tabular.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.midex.schema.CatalogueException;
import org.midex.schema.internal.YamlFile.Value;

/** Collects the faults of a file, so that they can be mended in one go. */
public final class Faults {
  private final List<CatalogueException> found = new ArrayList<>();

  void add(CatalogueException fault) {
    found.add(fault);
  }

  /** What a part of the file gives; empty when it is faulty, which has then been noted. */
  <T> Optional<T> attempt(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (CatalogueException e) {
      found.add(e);
      return Optional.empty();
    }
  }

  /** Reads a part of the file; a fault in it is noted. */
  void run(Runnable part) {
    try {
      part.run();
    } catch (CatalogueException e) {
      found.add(e);
    }
  }

  /** Notes every name that means nothing in a value. */
  void allow(Value value, Set<String> names) {
    found.addAll(value.strangers(names));
  }

  /** Faults so far. */
  int count() {
    return found.size();
  }

  /**
   * Ends the reading.
   *
   * @throws CatalogueException when there are faults; it names all of them
   */
  public void throwAny() {
    if (!found.isEmpty()) {
      throw CatalogueException.of(found);
    }
  }
}
