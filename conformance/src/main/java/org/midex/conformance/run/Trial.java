package org.midex.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.iut.MisbehaviourException;
import org.midex.conformance.iut.Session;
import org.midex.conformance.suite.Step;

/** One vector, tried on one implementation. */
final class Trial {
  private final Paths paths;
  private final Session implementation;
  private final Session judge;
  private final Set<Path> outputs = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private Status status = Status.PASS;

  Trial(Paths paths, Session implementation, Session judge) {
    this.paths = paths;
    this.implementation = implementation;
    this.judge = judge;
  }

  Status status() {
    return status;
  }

  List<String> problems() {
    return problems;
  }

  /** Goes on until a step is not right: those behind it would tell nothing. */
  void run(List<Step> steps) throws IOException, InterruptedException {
    for (int i = 0; i < steps.size() && status == Status.PASS; i++) {
      Step step = steps.get(i);
      ObjectNode request = paths.absolute(step.request());
      try {
        ObjectNode answer = implementation.ask(request);
        if (answer.has("error")) {
          end(Status.ERROR, "it says of itself: " + answer.path("error").asText());
        } else if (answer.has("skip")) {
          end(Status.FAIL, "skipped, though claimed: " + answer.path("skip").asText());
        } else {
          judge(step.expect(), request, answer);
        }
      } catch (MisbehaviourException e) {
        end(Status.ERROR, String.valueOf(e.getMessage()));
      }
      if (status != Status.PASS && steps.size() > 1) {
        problems.add(0, "step " + (i + 1) + " of " + steps.size() + ", " + step.operation());
      }
    }
  }

  private void end(Status with, String problem) {
    status = with;
    problems.add(problem);
  }

  private void judge(JsonNode expect, ObjectNode request, ObjectNode answer)
      throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>(Answers.compare(expect, answer));
    Path output = request.has("output") ? Path.of(request.path("output").asText()) : null;
    if (output != null) {
      lookFor(output, answer.path("written"), wrong);
    }
    String other = leftover();
    if (other != null) {
      wrong.add("a file is left that nobody asked for: " + other);
    }
    if (wrong.isEmpty() && output != null) {
      lookAt(output, expect.path("output"), wrong);
    }
    wrong.forEach(problem -> end(Status.FAIL, problem));
  }

  private void lookFor(Path output, JsonNode written, List<String> wrong) {
    outputs.add(output);
    boolean there = Files.exists(output);
    if (written.isBoolean() && written.asBoolean() != there) {
      wrong.add(there ? "an output is left though it says not" : "there is no output");
    }
  }

  private @Nullable String leftover() throws IOException {
    try (Stream<Path> all = Files.list(paths.work())) {
      return all.filter(one -> !outputs.contains(one))
          .map(one -> String.valueOf(one.getFileName()))
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  private void lookAt(Path output, JsonNode expect, List<String> wrong)
      throws IOException, InterruptedException {
    if (expect.has("same")) {
      add(wrong, Outputs.same(output, paths.of(expect.path("same").asText())));
    }
    if (expect.has("avro")) {
      add(wrong, Outputs.avro(output, paths.of(expect.path("avro").asText())));
    }
    if (expect.has("payload")) {
      add(wrong, Outputs.payload(output, expect.path("payload"), paths));
    }
    for (JsonNode question : expect.path("judge")) {
      Trial second = new Trial(paths, judge, judge);
      second.outputs.addAll(outputs);
      second.run(List.of(new Step((ObjectNode) question.path("request"), question.path("expect"))));
      outputs.addAll(second.outputs);
      second.problems.forEach(
          one -> wrong.add("another implementation finds in its output: " + one));
    }
  }

  private static void add(List<String> wrong, @Nullable String problem) {
    if (problem != null) {
      wrong.add(problem);
    }
  }
}
