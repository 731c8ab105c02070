package org.midex.conformance.iut;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.wording.Saying;

/** An implementation that is greeted, and started again after it crashed or hung. */
public final class Session implements Closeable {
  private final Launcher launcher;
  private final ObjectNode greeting;
  private final Duration limit;
  private @Nullable Implementation running;
  private @Nullable Claims claims;

  /**
   * A session that has not begun.
   *
   * @param suite version of the standard that the vectors are of
   * @param digest of the suite
   * @param limit how long an answer may take
   */
  public Session(Launcher launcher, String suite, String digest, Duration limit) {
    this.launcher = launcher;
    this.greeting =
        JsonNodeFactory.instance
            .objectNode()
            .put("op", "hello")
            .put("protocol", 1)
            .put("suite", suite)
            .put("digest", digest);
    this.limit = limit;
  }

  /**
   * What it claims, which must not change from one start to the next.
   *
   * @throws IOException when it cannot be started
   * @throws MisbehaviourException when it does not answer hello as it should
   */
  public Claims claims() throws IOException, MisbehaviourException, InterruptedException {
    Claims known = claims;
    if (known == null || running == null) {
      Implementation started = launcher.launch();
      running = started;
      Claims now;
      try {
        now = Claims.of(started.ask(greeting, limit));
      } catch (MisbehaviourException e) {
        close();
        throw e;
      }
      if (known != null && !known.equals(now)) {
        close();
        throw new MisbehaviourException(Saying.of("changed", "claims", now));
      }
      claims = now;
      return now;
    }
    return known;
  }

  /**
   * Asks.
   *
   * @param request with absolute paths
   * @throws MisbehaviourException as {@link Implementation#ask}; it is started again for the next
   *     one
   * @throws IOException when it cannot be started again
   */
  public ObjectNode ask(ObjectNode request)
      throws IOException, MisbehaviourException, InterruptedException {
    claims();
    Implementation asked = running;
    if (asked == null) {
      throw new IllegalStateException("not running");
    }
    try {
      return asked.ask(request, limit);
    } catch (MisbehaviourException e) {
      close();
      throw e;
    }
  }

  /**
   * Says goodbye.
   *
   * @return what was wrong with its end; null when nothing was
   */
  public @Nullable Saying leave() throws InterruptedException {
    try {
      return running == null ? null : running.leave();
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    Implementation ended = running;
    running = null;
    if (ended != null) {
      ended.close();
    }
  }
}
