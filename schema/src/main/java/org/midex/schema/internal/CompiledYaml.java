package org.midex.schema.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueSource;

/**
 * Parsed YAML as bytes. A YAML parser that runs for the first time takes longer than all else that
 * a small file needs of the catalogue, so that the build parses the catalogue's files and the
 * program reads what it made of them. Each begins with the checksum of its source; where it does
 * not fit, or is not there, the source is parsed.
 */
public final class CompiledYaml {
  /** Where the packed edition has what was made of its files. */
  public static final String FOLDER = "compiled/";

  private static final int TEXT = 0;
  private static final int ITEMS = 1;
  private static final int ENTRIES = 2;

  private CompiledYaml() {}

  /**
   * Compiles every YAML file of a catalogue.
   *
   * @param args its folder
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path folder = root.resolve(FOLDER);
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(f -> f.toString().endsWith(".yaml") && !f.startsWith(folder)).toList();
    }
    for (Path file : files) {
      Path compiled = folder.resolve(root.relativize(file));
      Files.createDirectories(compiled.getParent());
      byte[] text = Files.readAllBytes(file);
      try (OutputStream out = Files.newOutputStream(compiled)) {
        write(text, YamlParser.parse(new ByteArrayInputStream(text), file.toString()), out);
      }
    }
  }

  static void write(byte[] text, YamlNode node, OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeLong(checksum(text));
    write(node, data);
    data.flush();
  }

  /**
   * What the build made of a file.
   *
   * @param text the file's bytes
   * @return null when there is nothing, or it was made of other bytes
   */
  static @Nullable YamlNode find(CatalogueSource source, String file, byte[] text)
      throws IOException {
    try (InputStream in = source.openCompiled(file)) {
      if (in == null) {
        return null;
      }
      DataInputStream data = new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
      return data.readLong() == checksum(text) ? read(data) : null;
    }
  }

  private static long checksum(byte[] text) {
    CRC32 sum = new CRC32();
    sum.update(text);
    return sum.getValue() << Integer.SIZE | text.length;
  }

  private static void write(YamlNode node, DataOutputStream out) throws IOException {
    if (node instanceof YamlNode.Text text) {
      out.writeByte(TEXT);
      out.writeInt(text.line());
      out.writeUTF(text.text());
    } else if (node instanceof YamlNode.Items items) {
      out.writeByte(ITEMS);
      write(items.line(), items.items(), out);
    } else if (node instanceof YamlNode.Entries entries) {
      out.writeByte(ENTRIES);
      write(entries.line(), entries.names(), out);
    }
  }

  private static void write(int line, List<YamlNode> nodes, DataOutputStream out)
      throws IOException {
    out.writeInt(line);
    out.writeInt(nodes.size());
    for (YamlNode node : nodes) {
      write(node, out);
    }
  }

  private static YamlNode read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    int line = in.readInt();
    if (kind == TEXT) {
      return new YamlNode.Text(line, in.readUTF());
    }
    int size = in.readInt();
    List<YamlNode> nodes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      nodes.add(read(in));
    }
    return kind == ITEMS ? new YamlNode.Items(line, nodes) : new YamlNode.Entries(line, nodes);
  }
}
