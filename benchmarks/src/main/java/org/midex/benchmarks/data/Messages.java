package org.midex.benchmarks.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.midex.codec.avro.AvroCodec;
import org.midex.codec.avro.Compression;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Codec;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.schema.Catalogue;

/** Files of messages, made when they are not there. The name says what is in them. */
public final class Messages {
  /** Part of the names: another generator makes other files. */
  private static final int GENERATION = 3;

  private final Catalogue catalogue;
  private final Path folder;

  public Messages(Catalogue catalogue, Path folder) throws IOException {
    this.catalogue = catalogue;
    this.folder = Files.createDirectories(folder);
  }

  /** All rows right, in the order of their keys, in canonical form. */
  public Path clean(long rows) throws IOException {
    return made("clean", rows, ".xml", target -> writeClean(rows, target));
  }

  /** The same rows in another order. */
  public Path shuffled(int rows) throws IOException {
    Path clean = clean(rows);
    return made("shuffled", rows, ".xml", out -> Lines.of(clean, rows).writeShuffled(out));
  }

  /** Each row wrong in one way. */
  public Path wrong(int rows) throws IOException {
    Path clean = clean(rows);
    return made("wrong", rows, ".xml", out -> Lines.of(clean, rows).writeWrong(out));
  }

  /** The clean rows in Avro. */
  public Path avro(int rows, Compression compression) throws IOException {
    return avro(compression.codec(), rows, clean(rows), compression);
  }

  /** The shuffled rows in Avro, which compress less. */
  public Path avroShuffled(int rows, Compression compression) throws IOException {
    return avro(compression.codec() + "-shuffled", rows, shuffled(rows), compression);
  }

  private Path avro(String what, int rows, Path source, Compression compression)
      throws IOException {
    Codec codec = new AvroCodec(catalogue).withCompression(compression);
    return made(what, rows, ".avro", target -> copy(source, codec, target));
  }

  private void writeClean(long rows, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        MessageWriter writer = new XmlCodec(catalogue).writer(out, Head.of(catalogue))) {
      new AsylumRows(catalogue, rows).forEach(writer::write);
    }
  }

  private void copy(Path source, Codec codec, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(source);
        OutputStream out = Files.newOutputStream(target);
        MessageReader reader = new XmlCodec(catalogue).reader(in, FindingSink.ignoring());
        MessageWriter writer = codec.writer(out, reader.head())) {
      while (reader.next()) {
        writer.write(reader.row());
      }
    }
  }

  @FunctionalInterface
  private interface Maker {
    void make(Path target) throws IOException;
  }

  /** Has its name only when it is complete, so that what has it need not be looked into. */
  private Path made(String what, long rows, String extension, Maker maker) throws IOException {
    String edition = catalogue.edition().date().toString();
    Path file = folder.resolve(what + "-" + rows + "-" + edition + "-" + GENERATION + extension);
    if (!Files.exists(file)) {
      System.err.println("making " + file.getFileName());
      Path partial = folder.resolve(file.getFileName() + ".part");
      maker.make(partial);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
