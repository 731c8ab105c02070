package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.midex.codec.pack.Certificates;

/** Has openssl make something, in a folder of its own. */
final class Openssl implements AutoCloseable {
  private final Path folder;

  Openssl() throws IOException {
    folder = Files.createTempDirectory("openssl");
  }

  Openssl file(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
    return this;
  }

  /** NAME.key and NAME.crt. */
  Openssl key(String name, Key key) throws IOException {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.key().getEncoded());
    file(
        name + ".key",
        ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n")
            .getBytes(US_ASCII));
    return certificate(name, key.certificate());
  }

  Openssl certificate(String name, X509Certificate certificate) throws IOException {
    return file(name + ".crt", Certificates.pem(certificate).getBytes(US_ASCII));
  }

  /** Runs it; returns the file {@code out}. */
  byte[] run(String arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), US_ASCII);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(arguments + ": " + printed);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return Files.readAllBytes(folder.resolve("out"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
