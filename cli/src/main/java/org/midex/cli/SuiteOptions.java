package org.midex.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.suite.Contents;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.TemporaryFolder;
import org.midex.conformance.suite.Vector;
import org.midex.model.io.Leftovers;
import picocli.CommandLine.Option;

/** Which vectors. */
final class SuiteOptions {
  private static final List<String> PROFILES =
      List.of("reader", "writer", "validator", "signer", "exchanger");

  @Option(
      names = "--suite",
      paramLabel = "DIR",
      description = "Folder of vectors to use instead of those in the program.")
  private @Nullable Path folder;

  @Option(
      names = "--profile",
      split = ",",
      paramLabel = "PROFILE",
      description = "Only these: reader, writer, validator, signer, exchanger.")
  private List<String> profiles = List.of();

  @Option(
      names = "--filter",
      paramLabel = "PATTERN",
      description =
          "Only vectors whose path PROFILE/AREA/ID fits, with * and **, or that test this clause: validator/rules/*, **/*bomb*, PKG-6.")
  private List<String> filters = List.of();

  /**
   * The suite as files, for as long as it is needed.
   *
   * @param chosen how many vectors are chosen
   * @param temporary where implementations write; the suite of the program is there too
   */
  record Opened(Suite suite, int chosen, TemporaryFolder temporary) implements AutoCloseable {
    Path work() {
      return temporary.path();
    }

    @Override
    public void close() throws IOException {
      temporary.close();
      Leftovers.remove(temporary.path());
    }
  }

  /** Opens the suite, when something is chosen: a run of nothing says nothing. */
  Opened open(Job job) throws IOException {
    Contents contents = contents(job);
    List<Vector> chosen = chosen(contents, job);
    TemporaryFolder temporary =
        new TemporaryFolder(Leftovers.make(() -> Files.createTempDirectory("midex-conformance")));
    try {
      Path given = folder;
      Suite suite =
          given == null
              ? contents.unpack(temporary.path().resolve("suite"), chosen)
              : Suite.of(given);
      return new Opened(suite, chosen.size(), temporary);
    } catch (IOException e) {
      temporary.close();
      throw e;
    }
  }

  /** The files of the suite where they lie. */
  Contents contents(Job job) throws IOException {
    Path given = folder;
    if (given == null) {
      return Contents.bundled();
    }
    if (!Files.isRegularFile(given.resolve("MANIFEST.sha256"))) {
      throw job.usage("--suite: " + given + " has no MANIFEST.sha256");
    }
    return Contents.of(given);
  }

  Predicate<Vector> chosen(Job job) {
    for (String profile : profiles) {
      if (!PROFILES.contains(profile)) {
        throw Asked.unknown("profile", profile, PROFILES, job);
      }
    }
    List<PathMatcher> patterns =
        filters.stream()
            .map(one -> FileSystems.getDefault().getPathMatcher("glob:" + one))
            .toList();
    return vector ->
        (profiles.isEmpty() || profiles.contains(vector.profile()))
            && (filters.isEmpty()
                || filters.stream().anyMatch(vector.clauses()::contains)
                || patterns.stream().anyMatch(one -> one.matches(Path.of(vector.path()))));
  }

  /** The vectors that are chosen, one at least. */
  List<Vector> chosen(Contents contents, Job job) throws IOException {
    Predicate<Vector> chosen = chosen(job);
    List<Vector> all = contents.vectors().stream().filter(chosen).toList();
    if (all.isEmpty()) {
      throw job.usage("no vector fits --profile and --filter; midex conformance list shows all");
    }
    return all;
  }
}
