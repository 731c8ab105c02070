package org.midex.schema.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made when it is first asked for, and kept. Thread-safe. */
public final class Once<T extends @Nullable Object> implements Supplier<T> {
  private @Nullable Supplier<T> make;
  private @Nullable T made;

  public Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  @SuppressWarnings("NullAway") // null is only given when it was made
  public synchronized T get() {
    if (make != null) {
      made = make.get();
      make = null;
    }
    return made;
  }
}
