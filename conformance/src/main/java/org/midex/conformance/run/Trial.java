package org.midex.conformance.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
import org.midex.conformance.wording.Saying;

/** One vector, tried on one implementation, with a second one that reads what it makes. */
final class Trial {
  private static final int LARGEST = 1 << 26;

  private final Paths paths;
  private final Session implementation;
  private final Session second;
  private final Set<Path> outputs = new HashSet<>();
  private final List<Saying> problems = new ArrayList<>();
  private Status status = Status.PASS;

  Trial(Paths paths, Session implementation, Session second) {
    this.paths = paths;
    this.implementation = implementation;
    this.second = second;
  }

  Status status() {
    return status;
  }

  List<Saying> problems() {
    return problems;
  }

  /** Goes on until a step is not right: those behind it would tell nothing. */
  void run(List<Step> steps) throws IOException, InterruptedException {
    for (int i = 0; i < steps.size() && status == Status.PASS; i++) {
      run(steps.get(i));
      if (status != Status.PASS && steps.size() > 1) {
        String key = steps.get(i).second() ? "stepOfSecond" : "step";
        String operation = steps.get(i).operation();
        problems.add(0, Saying.of(key, "n", i + 1, "all", steps.size(), "operation", operation));
      }
    }
  }

  private void run(Step step) throws IOException, InterruptedException {
    ObjectNode request = paths.absolute(step.request());
    try {
      ObjectNode answer = (step.second() ? second : implementation).ask(request);
      if (answer.has("error")) {
        end(Status.ERROR, Saying.of("error", "text", answer.path("error").asText()));
      } else if (answer.has("skip")) {
        end(Status.FAIL, Saying.of("skip", "text", answer.path("skip").asText()));
      } else {
        judge(step, request, answer);
      }
    } catch (MisbehaviourException e) {
      end(Status.ERROR, e.said());
    }
  }

  private void end(Status with, Saying problem) {
    status = with;
    problems.add(problem);
  }

  private void judge(Step step, ObjectNode request, ObjectNode answer)
      throws IOException, InterruptedException {
    List<Saying> wrong = new ArrayList<>(Answers.compare(step.expect(), answer));
    Path output = request.has("output") ? Path.of(request.path("output").asText()) : null;
    if (output != null) {
      lookFor(output, answer.path("written"), wrong);
    }
    add(wrong, leftover());
    if (wrong.isEmpty() && output != null) {
      try {
        lookAt(output, step.expect().path("output"), wrong);
      } catch (IOException e) {
        wrong.add(Saying.of("unreadable", "reason", String.valueOf(e.getMessage())));
      }
    }
    wrong.forEach(problem -> end(Status.FAIL, problem));
    if (wrong.isEmpty() && !step.questions().isEmpty()) {
      Set<Path> own = Set.copyOf(outputs);
      run(step.questions());
      forgetAllBut(own);
    }
  }

  /** What was only made to look at an output is not there for later steps. */
  private void forgetAllBut(Set<Path> own) throws IOException {
    for (Path made : Set.copyOf(outputs)) {
      if (!own.contains(made)) {
        Files.deleteIfExists(made);
        outputs.remove(made);
      }
    }
  }

  /** Nothing else is opened than ordinary files: reading others may never end. */
  private void lookFor(Path output, JsonNode written, List<Saying> wrong) throws IOException {
    outputs.add(output);
    boolean there = Files.exists(output, LinkOption.NOFOLLOW_LINKS);
    if (there && !Files.isRegularFile(output, LinkOption.NOFOLLOW_LINKS)) {
      wrong.add(Saying.of("noFile"));
    } else if (there && Files.size(output) > LARGEST) {
      wrong.add(Saying.of("large", "n", LARGEST));
    }
    if (written.isBoolean() && written.asBoolean() != there) {
      wrong.add(Saying.of(there ? "output" : "noOutput"));
    }
  }

  private @Nullable Saying leftover() throws IOException {
    try (Stream<Path> all = Files.list(paths.work())) {
      return all.filter(one -> !outputs.contains(one))
          .map(one -> String.valueOf(one.getFileName()))
          .sorted()
          .findFirst()
          .map(file -> Saying.of("leftover", "file", file))
          .orElse(null);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Saying.of("folder");
    }
  }

  private void lookAt(Path output, JsonNode expect, List<Saying> wrong) throws IOException {
    if (expect.has("same")) {
      add(wrong, Outputs.same(output, paths.of(expect.path("same").asText())));
    }
    if (expect.has("avro")) {
      add(wrong, Outputs.avro(output, paths.of(expect.path("avro").asText())));
    }
    for (JsonNode text : expect.path("text")) {
      add(wrong, Outputs.text(output, text.asText()));
    }
    if (expect.has("payload")) {
      add(wrong, Outputs.payload(output, expect.path("payload"), paths));
    }
  }

  private static void add(List<Saying> wrong, @Nullable Saying problem) {
    if (problem != null) {
      wrong.add(problem);
    }
  }
}
