package org.midex.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.midex.benchmarks.contend.Setting;
import org.midex.benchmarks.measure.Medians;
import org.midex.benchmarks.measure.Results;
import org.midex.benchmarks.measure.Results.Figure;

/** Signing, verifying, sealing and opening a large file with little memory, beside hashing it. */
public final class Signatures {
  private static final long SIZE = 1_000_000_000;
  private static final int HASHED = 3;
  private static final int BUFFER = 1 << 16;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Setting setting;
  private final Path folder;
  private final Consumer<String> progress;
  private final Map<String, String> environment;

  public Signatures(Setting setting, Consumer<String> progress) {
    this.setting = setting;
    this.folder = setting.root().resolve("benchmarks/target/data/signed");
    this.progress = progress;
    this.environment =
        Map.of(
            "MIDEX_CACHE",
            setting.root().resolve("benchmarks/target/cache").toString(),
            "MIDEX_JAVA_OPTS",
            "-Xmx64m",
            "PASSWORD",
            "secret");
  }

  /** Measures whole processes on a file of 1 GB that is no message, so that nothing is judged. */
  public void run(Results results)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = file();
    Path keys = folder.resolve("keys");
    if (!Files.exists(keys)) {
      required(
          "keygen -o %s --area AUT --authority A --kind ECDSA-P256 --password-env PASSWORD", keys);
    }
    Path signer = keys.resolve("aut-a-sign-ecdsa-p256.p12");
    Path receiver = keys.resolve("aut-a-seal-ecdsa-p256.p12");
    Path certificate = keys.resolve("aut-a-seal-ecdsa-p256.crt");
    Path asice = folder.resolve("large.asice");
    Path sealed = folder.resolve("large.p7m");
    progress.accept("hash 1 GB");
    results.add(new Figure("signed.hash", "SHA-256 of 1 GB by the JDK, processor s", hash(file)));
    midex(results, "sign", "sign %s -o %s --key %s --password-env PASSWORD", file, asice, signer);
    midex(results, "verify", "verify %s --trust %s", asice, keys);
    midex(results, "seal", "seal %s -o %s --to %s --force", file, sealed, certificate);
    midex(
        results,
        "open",
        "open %s -o %s --unverified --key %s --password-env PASSWORD",
        sealed,
        folder.resolve("opened"),
        receiver);
    for (String name : List.of("large", "large.asice", "large.p7m", "opened")) {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  private void midex(Results results, String command, String arguments, Path... files)
      throws IOException, InterruptedException {
    progress.accept(command + " 1 GB");
    Run run = Run.of(command(arguments, files), environment, LONGEST);
    String what = "-Xmx64m, midex " + command + ", 1 GB: ";
    results.add(new Figure("signed." + command + ".exit", what + "exit code", run.exit()));
    if (run.exit() == 0) {
      results.add(new Figure("signed." + command, what + "processor s", run.cpu()));
    }
    results.add(
        new Figure("signed." + command + ".peak", what + "most resident MB", run.peak() / 1e6));
  }

  private void required(String arguments, Path... files) throws IOException, InterruptedException {
    Run run = Run.of(command(arguments, files), environment, LONGEST);
    if (run.exit() != 0) {
      throw new IllegalStateException("midex " + arguments + " ended with " + run.exit());
    }
  }

  private List<String> command(String arguments, Path... files) {
    List<String> command = new ArrayList<>();
    command.add(setting.root().resolve("midex").toString());
    int next = 0;
    for (String word : arguments.split(" ", -1)) {
      command.add(word.equals("%s") ? files[next++].toString() : word);
    }
    return command;
  }

  private Path file() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("large");
    byte[] bytes = new byte[BUFFER];
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = SIZE; left > 0; left -= bytes.length) {
        random.nextBytes(bytes);
        out.write(bytes, 0, (int) Math.min(left, bytes.length));
      }
    }
    return file;
  }

  private static double hash(Path file) throws IOException, GeneralSecurityException {
    double[] seconds = new double[HASHED];
    for (int i = 0; i < HASHED; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = new byte[BUFFER];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          digest.update(bytes, 0, read);
        }
      }
      digest.digest();
      seconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
    return Medians.of(seconds);
  }
}
