package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.midex.codec.head.HeadText;
import org.midex.model.Codec;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.MessageWriter;
import org.midex.schema.Catalogue;

/** Messages in Avro object containers, one message a file. */
public final class AvroCodec implements Codec {
  private final Catalogue catalogue;
  private final Compression compression;

  /** Writes with {@link Compression#DEFLATE}; reads every {@link Compression}. */
  public AvroCodec(Catalogue catalogue) {
    this(catalogue, Compression.DEFLATE);
  }

  private AvroCodec(Catalogue catalogue, Compression compression) {
    this.catalogue = catalogue;
    this.compression = compression;
  }

  /** A codec that writes with another compression. */
  public AvroCodec withCompression(Compression other) {
    return new AvroCodec(catalogue, other);
  }

  /**
   * Whether a container can hold a head, which must have a canonical form; told to the sink if not.
   */
  public static boolean canHold(MessageHead head, FindingSink sink) {
    boolean can = HeadText.write(head).length <= ContainerHeader.HEAD_SIZE;
    if (!can) {
      ContainerException.limit(ContainerHeader.HEAD, ContainerHeader.HEAD_SIZE)
          .report(Location.ofMessage(), sink);
    }
    return can;
  }

  @Override
  public String name() {
    return "avro";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also when the file is compressed with Zstandard and its library is missing
   */
  @Override
  public MessageReader reader(InputStream in, FindingSink sink) throws IOException {
    return AvroMessageReader.open(catalogue, in, sink);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also when Zstandard is asked for and its library is missing
   */
  @Override
  public MessageWriter writer(OutputStream out, MessageHead head) throws IOException {
    return AvroMessageWriter.create(out, head, compression);
  }
}
