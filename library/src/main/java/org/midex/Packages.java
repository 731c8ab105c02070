package org.midex;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.Addressing;
import org.midex.codec.pack.Payload;
import org.midex.codec.pack.SignedPackage;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.Verifier;
import org.midex.internal.Format;
import org.midex.internal.SafeFile;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Party;
import org.midex.model.Result;
import org.midex.model.Verdict;
import org.midex.model.signature.Verification;

/**
 * Signs files and verifies who signed them. Immutable and thread-safe.
 *
 * <p>A faulty message is not signed: what a government puts its name to should be right. Bad data
 * and bad signatures never throw; they are said in what is returned.
 */
public final class Packages {
  private static final int LARGEST_SIGNATURE = 1 << 20;

  private final Midex midex;

  public Packages(Midex midex) {
    this.midex = midex;
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
      results = Map.copyOf(results);
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
   * @throws IllegalArgumentException when two files have one name, or messages name different
   *     senders or receivers
   */
  public Signed sign(
      List<Path> files, Path target, Signing signing, boolean compress, boolean force)
      throws IOException {
    Map<String, Result> results = new LinkedHashMap<>();
    List<Payload> payloads = new ArrayList<>();
    for (Path file : files) {
      Optional<Format> format = format(file);
      if (format.isPresent()) {
        results.put(file.toString(), judge(file));
      }
      payloads.add(payload(file, format));
    }
    Addressing addressing = addressing(files);
    boolean sound = results.values().stream().allMatch(r -> r.verdict() == Verdict.CONFORMANT);
    if (!sound && !force) {
      return new Signed(false, results, addressing);
    }
    try (SafeFile file = new SafeFile(target)) {
      try (SeekableByteChannel channel = file.channel()) {
        signing.write(channel, payloads, addressing, compress);
      }
      file.keep();
    }
    return new Signed(true, results, addressing);
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
    Map<String, Result> results = new LinkedHashMap<>();
    if (format(source).isPresent()) {
      results.put(source.toString(), judge(source));
    }
    Addressing addressing = addressing(List.of(source));
    boolean sound = results.values().stream().allMatch(r -> r.verdict() == Verdict.CONFORMANT);
    if (!sound && !force) {
      return new Signed(false, results, addressing);
    }
    try (SafeFile file = new SafeFile(target);
        InputStream content = Files.newInputStream(source)) {
      try (OutputStream out = file.open()) {
        out.write(signing.signDetached(content));
      }
      file.keep();
    }
    return new Signed(true, results, addressing);
  }

  private Result judge(Path file) throws IOException {
    try (Source source = Source.of(file)) {
      return midex.validate(source);
    }
  }

  private static Payload payload(Path file, Optional<Format> format) throws IOException {
    String name = String.valueOf(file.getFileName());
    String type =
        format.isEmpty()
            ? "application/octet-stream"
            : name.endsWith(".gz")
                ? "application/gzip"
                : format.get() == Format.XML ? "application/xml" : "application/avro";
    return new Payload(name, type, Files.size(file), () -> Files.newInputStream(file));
  }

  /** The syntax of a message; empty for a file that is none by its name. */
  private static Optional<Format> format(Path file) {
    return Optional.ofNullable(Format.ofName(file.toString()));
  }

  private Addressing addressing(List<Path> files) throws IOException {
    Addressing common = Addressing.NONE;
    for (Path file : files) {
      if (format(file).isPresent()) {
        try (InputStream in = Files.newInputStream(file)) {
          common = common(common, addressing(in), file.toString());
        }
      }
    }
    return common;
  }

  private static Addressing common(Addressing one, Addressing other, String file) {
    if (one.sender() == null) {
      return other;
    }
    if (other.sender() != null && !other.equals(one)) {
      throw new IllegalArgumentException(
          file + " has another sender or other receivers than the files before it");
    }
    return one;
  }

  /** Who sends a message to whom; nobody when it does not say, or is no message. */
  private Addressing addressing(InputStream raw) throws IOException {
    try (BufferedInputStream in = Format.plain(raw, FindingSink.ignoring())) {
      Format format = Format.of(in, FindingSink.ignoring());
      try (MessageReader reader = midex.codec(format).reader(in, FindingSink.ignoring())) {
        return addressing(reader.head());
      }
    } catch (MalformedMessageException e) {
      return Addressing.NONE;
    }
  }

  private static Addressing addressing(MessageHead head) {
    Optional<Party> sender = Party.sender(head);
    return new Addressing(sender.orElse(null), Party.receivers(head));
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
    Path beside = signature == null ? Path.of(file + ".p7s") : signature;
    if (signature == null && isPackage(file)) {
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        SignedPackage opened = SignedPackage.open(channel);
        return verifier.verify(opened, said(opened));
      }
    }
    Addressing said;
    try (InputStream in = Files.newInputStream(file)) {
      said = addressing(in);
    }
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

  /** What each message in a package says of its way. What cannot be unpacked is told elsewhere. */
  private List<Addressing> said(SignedPackage file) {
    List<Addressing> all = new ArrayList<>();
    for (String name : file.payloads()) {
      if (Format.ofName(name) != null) {
        try (InputStream in = file.open(name)) {
          all.add(addressing(in));
        } catch (IOException e) {
          all.add(Addressing.NONE);
        }
      }
    }
    return all;
  }
}
