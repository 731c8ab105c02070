package org.midex;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.Addressing;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.Opening;
import org.midex.codec.pack.RecipientCheck;
import org.midex.codec.pack.Sealing;
import org.midex.codec.pack.SignedPackage;
import org.midex.codec.pack.Trust;
import org.midex.codec.pack.Verifier;
import org.midex.internal.SafeFile;
import org.midex.model.Party;
import org.midex.model.Result;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;

/**
 * Seals files, most often packages, so that only their receivers can read them, and opens them.
 * Immutable and thread-safe.
 *
 * <p>Before anything is made secret it is looked at: afterwards nobody on the way can tell that a
 * message is faulty or goes to somebody for whom it is not meant.
 */
public final class SealedFiles {
  private final Midex midex;
  private final Messages messages;

  public SealedFiles(Midex midex) {
    this.midex = midex;
    this.messages = new Messages(midex);
  }

  /**
   * What came of sealing.
   *
   * @param written whether the sealed file was written
   * @param results of the messages, by file name
   * @param refusals why it was not sealed for these receivers
   * @param weaknesses what limits the secrecy of what was sealed
   */
  public record Sealed(
      boolean written, Map<String, Result> results, List<Fault> refusals, List<Fault> weaknesses) {
    public Sealed {
      results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
      refusals = List.copyOf(refusals);
      weaknesses = List.copyOf(weaknesses);
    }
  }

  /**
   * Seals a file.
   *
   * @param source a package, or any other file
   * @param target appears under its name only when it is complete
   * @param certificates of the receivers
   * @param trust says whose certificates they are: each has to be one to seal with for a receiver
   *     that the messages name; null not to ask
   * @param now when they are to be valid
   * @param force whether it is sealed although messages are not conformant
   * @throws IOException when a file cannot be read or written
   * @throws IllegalArgumentException as {@link Sealing#Sealing}
   */
  public Sealed seal(
      Path source,
      Path target,
      List<X509Certificate> certificates,
      @Nullable Trust trust,
      Instant now,
      boolean force)
      throws IOException {
    Sealing sealing = new Sealing(certificates);
    Content content = look(source);
    List<Fault> refusals = new ArrayList<>(content.faults);
    if (trust != null) {
      RecipientCheck check = new RecipientCheck(trust, now);
      certificates.forEach(c -> refusals.addAll(check.judge(c, content.receivers)));
    }
    if (!refusals.isEmpty() || !(force || Messages.areSound(content.results))) {
      return new Sealed(false, content.results, refusals, List.of());
    }
    try (SafeFile file = new SafeFile(target)) {
      try (InputStream in = Files.newInputStream(source);
          OutputStream out = file.open()) {
        sealing.seal(in, out);
      }
      file.keep();
    }
    return new Sealed(true, content.results, List.of(), sealing.weaknesses());
  }

  /** What is to be sealed: whom it is for, and whether it is right. */
  private record Content(
      @Nullable List<Party> receivers, Map<String, Result> results, List<Fault> faults) {}

  private Content look(Path source) throws IOException {
    Map<String, Result> results = new LinkedHashMap<>();
    if (!Packages.isPackage(source)) {
      if (!Messages.isOne(source.toString())) {
        return new Content(null, results, List.of());
      }
      try (Source message = Source.of(source)) {
        results.put(message.name(), messages.judge(message));
        return new Content(messages.addressing(message.open()).receivers(), results, List.of());
      }
    }
    Addressing addressing;
    try (SeekableByteChannel channel = Files.newByteChannel(source)) {
      SignedPackage opened = SignedPackage.open(channel);
      addressing = opened.addressing();
      if (!opened.faults().isEmpty()) {
        return new Content(addressing.receivers(), results, opened.faults());
      }
    }
    for (Source message : new Packages(midex).messages(source)) {
      try (message) {
        results.put(message.name(), messages.judge(message));
      }
    }
    boolean saysNothing = results.isEmpty() && addressing.sender() == null;
    return new Content(saysNothing ? null : addressing.receivers(), results, List.of());
  }

  /**
   * What came of opening.
   *
   * @param written whether the opened file was written
   * @param fault why the sealed file cannot be opened; null when it can
   * @param verification of what was in it; null when it could not be opened, or nobody asked
   */
  public record Opened(
      boolean written, @Nullable Fault fault, @Nullable Verification verification) {}

  /**
   * Opens a sealed file. What was in it is kept in a file that nobody else can read, and appears
   * under its name only when it is whole and verified; otherwise nothing of it is left.
   *
   * @param verifier says who signed it; anything but {@link Outcome#PASSED} is not kept. Null for
   *     content that is not asked for a signature
   * @throws IOException when a file cannot be read or written
   * @throws IllegalArgumentException as {@link Opening#Opening}
   */
  public Opened open(Path source, Path target, KeyFiles.Held key, @Nullable Verifier verifier)
      throws IOException {
    try (SafeFile file = new SafeFile(target)) {
      try (OutputStream out = file.open()) {
        Fault fault = new Opening(key).open(() -> Files.newInputStream(source), out).orElse(null);
        if (fault != null) {
          return new Opened(false, fault, null);
        }
      }
      if (verifier == null) {
        file.keepPrivate();
        return new Opened(true, null, null);
      }
      Verification found = new Packages(midex).verifyAlone(file.path(), target, verifier);
      if (found.outcome() == Outcome.PASSED) {
        file.keepPrivate();
      }
      return new Opened(found.outcome() == Outcome.PASSED, null, found);
    }
  }
}
