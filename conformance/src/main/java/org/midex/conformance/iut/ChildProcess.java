package org.midex.conformance.iut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.wording.Saying;

/** An implementation that runs as a process of its own, without a shell. */
public final class ChildProcess implements Implementation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration GOODBYE = Duration.ofSeconds(5);

  private final Process process;
  private final OutputStream in;
  private final ExecutorService questions =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "questions");
            thread.setDaemon(true);
            return thread;
          });
  private final Lines out;
  private final Tail err;
  private int next;
  private boolean broken;

  /**
   * Starts it.
   *
   * @throws IOException when there is no such program
   */
  public ChildProcess(Description description) throws IOException {
    process =
        new ProcessBuilder(description.command()).directory(description.folder().toFile()).start();
    in = process.getOutputStream();
    out = new Lines(process.getInputStream());
    err = new Tail(process.getErrorStream());
  }

  @Override
  public ObjectNode ask(ObjectNode request, Duration limit)
      throws MisbehaviourException, InterruptedException {
    if (broken) {
      throw new MisbehaviourException(Saying.of("gone"));
    }
    broken = true;
    ObjectNode numbered = request.deepCopy().put("seq", next);
    send(numbered, limit);
    ObjectNode answer = answer(limit);
    JsonNode seq = answer.path("seq");
    if (!seq.isIntegralNumber() || seq.asLong() != next) {
      throw failed(Saying.of("sequence", "found", seq, "expected", next));
    }
    next++;
    broken = false;
    return answer;
  }

  /** Writes in a thread of its own: one that does not read would keep us waiting for ever. */
  private void send(ObjectNode request, Duration limit)
      throws MisbehaviourException, InterruptedException {
    Future<Void> sent =
        questions.submit(
            () -> {
              in.write((JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
              in.flush();
              return null;
            });
    try {
      sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(Saying.of("deaf", "why", ended()));
    } catch (TimeoutException e) {
      throw failed(Saying.of("late", "n", limit.toSeconds()));
    }
  }

  private ObjectNode answer(Duration limit) throws MisbehaviourException, InterruptedException {
    Lines.Line line = out.next(limit);
    if (line == null) {
      throw failed(Saying.of("late", "n", limit.toSeconds()));
    }
    String text = line.text();
    if (text == null) {
      throw failed(line.tooLong() ? Saying.of("long") : Saying.of("mute", "why", ended()));
    }
    try {
      if (JSON.readTree(text) instanceof ObjectNode answer) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      // told below
    }
    throw failed(Saying.of("json", "text", shortened(text)));
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private Saying ended() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS)
          ? Saying.of("exit", "code", process.exitValue())
          : Saying.of("closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Saying.of("closed");
    }
  }

  private MisbehaviourException failed(Saying what) {
    kill();
    String said = err.text();
    return new MisbehaviourException(
        said.isBlank() ? what : Saying.of("stderr", "what", what, "text", said.strip()));
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    questions.shutdownNow();
  }

  @Override
  public @Nullable Saying leave() throws InterruptedException {
    if (broken) {
      return null;
    }
    List<ProcessHandle> started = process.descendants().toList();
    try {
      ask(JsonNodeFactory.instance.objectNode().put("op", "bye"), GOODBYE);
      if (!process.waitFor(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        return Saying.of("stays");
      }
      return process.exitValue() == 0 ? null : Saying.of("exit", "code", process.exitValue());
    } catch (MisbehaviourException e) {
      return e.said();
    } finally {
      broken = true;
      kill();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
