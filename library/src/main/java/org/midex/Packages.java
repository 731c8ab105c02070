package org.midex;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.codec.DigestWriter;
import org.midex.codec.pack.Addressing;
import org.midex.codec.pack.Payload;
import org.midex.codec.pack.SignedPackage;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.Verifier;
import org.midex.internal.Format;
import org.midex.internal.SafeFile;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;
import org.midex.model.signature.Verification;
import org.midex.validation.FindingCollector;
import org.midex.validation.TeeSink;

/**
 * Signs files and verifies who signed them. Immutable and thread-safe.
 *
 * <p>A faulty message is not signed: what a government puts its name to should be right. Bad data
 * and bad signatures never throw; they are said in what is returned.
 */
public final class Packages {
  private static final int LARGEST_SIGNATURE = 1 << 20;

  private final Midex midex;
  private final Messages messages;

  public Packages(Midex midex) {
    this.midex = midex;
    this.messages = new Messages(midex);
  }

  /**
   * What came of signing.
   *
   * @param written whether the signature or package was written
   * @param results of the messages, by file name
   * @param addressing who sends the messages to whom
   */
  public record Signed(boolean written, Map<String, Result> results, Addressing addressing) {
    public Signed {
      results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    boolean isSound() {
      return Messages.areSound(results);
    }

    Signed asWritten() {
      return new Signed(true, results, addressing);
    }
  }

  /**
   * Makes a package of files with signatures over all of them. Messages among them are judged
   * first; other files are taken as they are.
   *
   * @param target appears under its name only when it is complete
   * @param compress whether files are deflated in it
   * @param force whether messages are signed although they are not conformant
   * @throws IOException when a file cannot be read or written, or no timestamp is had
   * @throws IllegalArgumentException when two files have one name, messages name different senders
   *     or receivers, or a certificate is not one to sign with
   */
  public Signed sign(
      List<Path> files, Path target, Signing signing, boolean compress, boolean force)
      throws IOException {
    signing.requireFitKeys();
    Signed judged = judge(files);
    if (!judged.isSound() && !force) {
      return judged;
    }
    List<Payload> payloads = new ArrayList<>();
    for (Path file : files) {
      payloads.add(payload(file));
    }
    try (SafeFile file = new SafeFile(target)) {
      try (SeekableByteChannel channel = file.channel()) {
        signing.write(channel, payloads, judged.addressing(), compress);
      }
      file.keep();
    }
    return judged.asWritten();
  }

  /**
   * Makes a signature that stands beside a file.
   *
   * @param target as above
   * @param force as above
   * @throws IOException as above
   */
  public Signed signDetached(Path source, Path target, Signing signing, boolean force)
      throws IOException {
    signing.requireFitKeys();
    Signed judged = judge(List.of(source));
    if (!judged.isSound() && !force) {
      return judged;
    }
    try (SafeFile file = new SafeFile(target);
        InputStream content = Files.newInputStream(source)) {
      try (OutputStream out = file.open()) {
        out.write(signing.signDetached(content));
      }
      file.keep();
    }
    return judged.asWritten();
  }

  private Signed judge(List<Path> files) throws IOException {
    Map<String, Result> results = new LinkedHashMap<>();
    Addressing common = Addressing.NONE;
    for (Path file : files) {
      if (Messages.isOne(file.toString())) {
        try (Source source = Source.of(file)) {
          results.put(file.toString(), messages.judge(source));
          common = common(common, messages.addressing(source.open()), file.toString());
        }
      }
    }
    return new Signed(false, results, common);
  }

  private static Payload payload(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    Format format = Format.ofName(name);
    String type =
        format == null
            ? "application/octet-stream"
            : name.endsWith(".gz")
                ? "application/gzip"
                : format == Format.XML ? "application/xml" : "application/avro";
    return new Payload(name, type, Files.size(file), () -> Files.newInputStream(file));
  }

  private static Addressing common(Addressing one, Addressing other, String file) {
    if (one.sender() == null) {
      return other;
    }
    if (other.sender() != null && !(other.hasSenderOf(one) && other.hasReceiversOf(one))) {
      throw new IllegalArgumentException(
          file + " has another sender or other receivers than the files before it");
    }
    return one;
  }

  /** Where the detached signature of a file is looked for. */
  public static Path beside(Path file) {
    return Path.of(file + ".p7s");
  }

  /**
   * Whether a file is a package.
   *
   * @throws IOException when it cannot be read
   */
  public static boolean isPackage(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return SignedPackage.startsLikeOne(in.readNBytes(SignedPackage.START));
    }
  }

  /**
   * Verifies a package, or a file with a signature beside it.
   *
   * @param signature the detached signature; null to take {@code FILE.p7s} if that is there
   * @throws IOException when a file cannot be read
   */
  public Verification verify(Path file, @Nullable Path signature, Verifier verifier)
      throws IOException {
    Path beside = signature == null ? beside(file) : signature;
    if (signature == null && isPackage(file)) {
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        SignedPackage opened = SignedPackage.open(channel);
        return verifier.verify(opened, messages.addressings(opened));
      }
    }
    Addressing said = messages.addressing(Files.newInputStream(file));
    String name = String.valueOf(file.getFileName());
    if (signature == null && !Files.exists(beside)) {
      return verifier.unsigned(name, said);
    }
    byte[] der;
    try (InputStream in = Files.newInputStream(beside)) {
      der = in.readNBytes(LARGEST_SIGNATURE);
    }
    try (InputStream content = Files.newInputStream(file)) {
      return verifier.verify(der, content, name, said);
    }
  }

  /**
   * Verifies a package, or says that a file has no signature in it.
   *
   * @param name what to call the file
   */
  Verification verifyAlone(Path file, Path name, Verifier verifier) throws IOException {
    return isPackage(file)
        ? verify(file, null, verifier)
        : verifier.unsigned(
            String.valueOf(name.getFileName()), messages.addressing(Files.newInputStream(file)));
  }

  /**
   * The messages of a package, each in a private temporary copy that its source deletes when it is
   * closed. They are what was signed only if {@link #verify} says so.
   *
   * @throws IOException also when the package cannot be unpacked
   */
  public List<Source> messages(Path file) throws IOException {
    List<Source> sources = new ArrayList<>();
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      SignedPackage opened = SignedPackage.open(channel);
      for (String name : opened.payloads()) {
        if (Messages.isOne(name)) {
          try (InputStream in = opened.open(name)) {
            sources.add(Source.of(in, file + "!/" + name));
          }
        }
      }
      return sources;
    } catch (IOException | RuntimeException e) {
      for (Source source : sources) {
        source.close();
      }
      throw e;
    }
  }

  /**
   * What was verified as the outcome of a file's validation, so that reports can tell it beside
   * those of messages: faults are findings, and what cannot be decided makes the verdict {@link
   * Verdict#INCOMPLETE}.
   *
   * @param listeners told the findings as well
   */
  public Result result(Path file, Verification found, FindingSink... listeners) throws IOException {
    FindingCollector collector = new FindingCollector(midex.catalogue());
    FindingSink told = new TeeSink(collector, new TeeSink(listeners));
    Stream.concat(
            found.faults().stream(), found.signatures().stream().flatMap(s -> s.faults().stream()))
        .forEach(fault -> tell(fault, told));
    if (found.outcome() == Outcome.INDETERMINATE) {
      told.incomplete();
    }
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), DigestWriter.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      String sha256 = HexFormat.of().formatHex(in.getMessageDigest().digest());
      return new Result(
          file.toString(),
          sha256,
          isPackage(file) ? "package" : "signature",
          null,
          null,
          null,
          collector.verdict(),
          0,
          true,
          collector.counts(),
          collector.groups(),
          collector.notRun());
    }
  }

  private static void tell(Fault fault, FindingSink told) {
    told.report(
        Problem.of(fault.rule()),
        Occurrence.at(Location.ofMessage(), fault.value(), fault.details()));
  }
}
