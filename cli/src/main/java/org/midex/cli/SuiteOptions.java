package org.midex.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.suite.TemporaryFolder;
import org.midex.conformance.suite.Vector;
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

  /** The suite, unpacked for as long as it is needed. */
  record Opened(Suite suite, @Nullable TemporaryFolder unpacked) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (unpacked != null) {
        unpacked.close();
      }
    }
  }

  Opened open(Job job) throws IOException {
    Path given = folder;
    if (given != null) {
      if (!Files.isRegularFile(given.resolve("MANIFEST.sha256"))) {
        throw job.usage("--suite: " + given + " has no MANIFEST.sha256");
      }
      return new Opened(Suite.of(given), null);
    }
    TemporaryFolder target = TemporaryFolder.create();
    return new Opened(Suite.unpack(target.path()), target);
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

  /** Makes sure that something is chosen: a run of nothing says nothing. */
  List<Vector> require(Suite suite, Job job) {
    List<Vector> all = suite.vectors().stream().filter(chosen(job)).toList();
    if (all.isEmpty()) {
      throw job.usage("no vector fits --profile and --filter; midex conformance list shows all");
    }
    return all;
  }
}
