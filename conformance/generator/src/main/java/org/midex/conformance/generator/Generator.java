package org.midex.conformance.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.midex.codec.DigestWriter;

/** Writes the suite's folder, and nothing else stays in it. */
public final class Generator {
  /** Digests of all other files, in the form of {@code sha256sum}. */
  static final String MANIFEST = "MANIFEST.sha256";

  private static final List<VectorSource> SOURCES =
      List.of(
          new ThemeVectors(),
          new CheckVectors(),
          new ScriptVectors("structure"),
          new ScriptVectors("values"),
          new ScriptVectors("codes"),
          new ScriptVectors("checks"),
          new ScriptVectors("xml"),
          new ScriptVectors("canonical"),
          new ScriptVectors("versions"),
          new ScriptVectors("avro"),
          new PackageVectors(),
          drafts -> new ArrivalVectors(drafts).add(),
          drafts -> new CorrectionVectors(drafts).add(),
          drafts -> new ExchangeVectors(drafts).add(),
          drafts -> new ReceiptVectors(drafts).add());

  private Generator() {}

  /**
   * Writes it.
   *
   * @param arguments the folder, and that of the pages
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]).normalize();
    Map<String, byte[]> files = files(root);
    if (Files.isDirectory(root)) {
      try (Stream<Path> there = Files.walk(root)) {
        for (Path path : there.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    Path docs = Path.of(arguments[1]);
    Files.writeString(
        docs.resolve("generated/trace.md"), Trace.of(docs.resolve("standard"), files).page());
    long vectors = files.keySet().stream().filter(path -> path.endsWith("/test.json")).count();
    System.out.println(vectors + " vectors");
  }

  /** All files, made anew but for what comes out otherwise each time. */
  static Map<String, byte[]> files(Path old) throws IOException {
    Drafts drafts = new Drafts(old);
    for (VectorSource source : SOURCES) {
      source.add(drafts);
    }
    Map<String, byte[]> files = new TreeMap<>(drafts.files());
    StringBuilder manifest = new StringBuilder();
    files.forEach(
        (path, bytes) -> manifest.append(sha256(bytes)).append("  ").append(path).append('\n'));
    files.put(MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(DigestWriter.sha256().digest(bytes));
  }
}
