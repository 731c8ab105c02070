package org.midex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.Certificates;
import org.midex.codec.pack.Policy;
import org.midex.codec.pack.Trust;
import org.midex.codec.pack.Verifier;
import org.midex.model.Party;
import org.midex.schema.CatalogueException;
import picocli.CommandLine.Option;

/** Whom to believe, and what is wanted of signatures. */
final class TrustOptions {
  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description =
          "Folder with trust.yaml: authorities, and which certificates may speak for whom.")
  private @Nullable Path trust;

  @Option(
      names = "--crl",
      paramLabel = "DIR",
      description = "Folder with further revocation lists.")
  private @Nullable Path lists;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What is wanted of signatures (YAML).")
  private @Nullable Path policy;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When the answer is to hold, such as 2026-11-26T12:00:00Z; now unless said.")
  private @Nullable String at;

  @Option(
      names = "--receiver",
      paramLabel = "AREA:AUTHORITY",
      description = "Who verifies, and must be among those that the package is meant for.")
  private @Nullable String receiver;

  /** Whether a trust folder was named. */
  boolean areGiven() {
    return trust != null;
  }

  /**
   * Signatures are not looked at without a trust folder, so that options on them would be promises
   * that nobody keeps.
   */
  void requireTrustForOthers(Job job) {
    if (trust == null && Stream.of(lists, policy, at, receiver).anyMatch(Objects::nonNull)) {
      throw job.usage("--receiver, --policy, --crl and --at need --trust DIR");
    }
  }

  /** As above, where the time is needed in any case. */
  void requireTrustForOthersThanTime(Job job) {
    if (trust == null && Stream.of(lists, policy).anyMatch(Objects::nonNull)) {
      throw job.usage("--policy and --crl need --trust DIR");
    }
  }

  /** What to verify with. */
  Verifier verifier(Job job) throws IOException {
    return verifier(job, party(job));
  }

  /**
   * What to verify with.
   *
   * @param by who verifies; null for nobody in particular
   */
  Verifier verifier(Job job, @Nullable Party by) throws IOException {
    return new Verifier(trust(job), policy(job), time(job), by);
  }

  /** Whether somebody who verifies was named. */
  boolean nameReceiver() {
    return receiver != null;
  }

  /** Whether unsigned files are a failure. */
  boolean wantSignatures(Job job) throws IOException {
    return policy == null ? areGiven() : policy(job).wantsSignature();
  }

  /** The trust folder. */
  Trust trust(Job job) throws IOException {
    if (trust == null) {
      throw job.usage("--trust DIR is needed: it says whom to believe");
    }
    Trust read = read(trust, job);
    return lists == null ? read : read.withLists(lists(lists));
  }

  /** Reads a trust folder. */
  static Trust read(Path folder, Job job) throws IOException {
    try {
      return Trust.read(folder);
    } catch (CatalogueException e) {
      throw job.usage(e);
    }
  }

  private static List<X509CRL> lists(Path folder) throws IOException {
    List<X509CRL> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is no folder");
    }
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        all.addAll(Certificates.readLists(file));
      }
    }
    return all;
  }

  private Policy policy(Job job) throws IOException {
    try {
      return policy == null ? Policy.standard() : Policy.read(policy);
    } catch (CatalogueException e) {
      throw job.usage(e);
    }
  }

  /** When the answer is to hold. */
  Instant time(Job job) {
    try {
      return at == null ? job.main().surroundings().clock().instant() : Instant.parse(at);
    } catch (DateTimeException e) {
      throw job.usage("--at: a time such as 2026-11-26T12:00:00Z is expected");
    }
  }

  private @Nullable Party party(Job job) {
    return receiver == null ? null : party("--receiver", receiver, job);
  }

  /** A party as an option names it. */
  static Party party(String option, String text, Job job) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw job.usage(option + ": AREA:AUTHORITY is expected, such as DEU:EXAMPLE-MIN");
    }
    return new Party(text.substring(0, colon), text.substring(colon + 1));
  }
}
