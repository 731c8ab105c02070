package org.midex.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.midex.codec.head.HeadText;
import org.midex.codec.head.Structure;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.Row;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

/**
 * An Avro container as a cursor over its rows. Codes are looked up here and judged elsewhere. A
 * row's place is its block.
 */
final class AvroMessageReader implements MessageReader {
  private static final int FILE_ROOM = 1 << 14;
  private static final int BLOCK_ROOM = 1 << 16;

  private final InputStream in;
  private final FindingSink sink;
  private final MessageHead head;
  private final Blocks blocks;
  private final @Nullable RowReader rowReader;
  private final Supplier<Location> place = this::location;
  private boolean sound;
  private long number;
  private long leftInBlock;
  private boolean atEnd;

  private AvroMessageReader(
      InputStream in,
      FindingSink sink,
      MessageHead head,
      Blocks blocks,
      @Nullable RowReader rowReader) {
    this.in = in;
    this.sink = sink;
    this.head = head;
    this.blocks = blocks;
    this.rowReader = rowReader;
  }

  static AvroMessageReader open(Catalogue catalogue, InputStream in, FindingSink sink)
      throws IOException {
    return open(catalogue, in, sink, BLOCK_ROOM);
  }

  /**
   * As above.
   *
   * @param room bytes of a block to hold at once; longer rows are left to the exact lane
   */
  static AvroMessageReader open(Catalogue catalogue, InputStream in, FindingSink sink, int room)
      throws IOException {
    BinaryInput file = new BinaryInput(in, "The file", FILE_ROOM);
    try {
      ContainerHeader container = ContainerHeader.read(file);
      MessageHead head = head(container, catalogue, sink);
      if (head.isReceipt()) {
        throw ContainerException.noMessage("The container holds a receipt, which is XML only");
      }
      Structure structure = new Structure(catalogue, sink);
      structure.setVersion(head.version());
      for (String key : container.unknown()) {
        structure.unknownAttribute(
            key, "Avro metadata", ContainerHeader.KNOWN, Location.ofMessage());
      }
      RowType type = head.type();
      WriterSchema schema = WriterSchema.parse(container.schema());
      RowReader rowReader =
          type == null
              ? null
              : new RowReader(RowLayout.of(schema, type, structure), new Row(type), structure);
      Blocks blocks = new Blocks(file, container.compression(), container.sync(), room);
      return new AvroMessageReader(in, sink, head, blocks, rowReader);
    } catch (ContainerException e) {
      throw e.report(new Location(0, file.position(), 0, 0, null), sink);
    }
  }

  /** Lines of the head are no lines of the file: findings in it are placed where it starts. */
  private static MessageHead head(ContainerHeader container, Catalogue catalogue, FindingSink sink)
      throws IOException {
    Location at = new Location(0, container.headOffset(), 0, 0, null);
    Structure structure = new Structure(catalogue, new PlacingSink(sink, at));
    try {
      return HeadText.parse(container.head(), catalogue, structure);
    } catch (MalformedMessageException e) {
      throw new MalformedMessageException(
          e.problem(), at, Objects.requireNonNullElse(e.getMessage(), e.problem().rule()));
    }
  }

  @Override
  public MessageHead head() {
    return head;
  }

  @Override
  public boolean next() throws IOException {
    if (atEnd) {
      return false;
    }
    try {
      while (leftInBlock == 0) {
        if (!blocks.next()) {
          atEnd = true;
          return false;
        }
        leftInBlock = blocks.rows();
        if (rowReader == null) {
          leftInBlock = 0;
          blocks.skip();
        }
      }
      leftInBlock--;
      number++;
      sound = Objects.requireNonNull(rowReader).read(blocks.data(), place);
      return true;
    } catch (ContainerException e) {
      atEnd = true;
      throw e.report(location(), sink);
    }
  }

  /** Whole blocks are passed over without being expanded. */
  @Override
  public void skip(long rows) throws IOException {
    long left = rows;
    try {
      while (left > 0 && !atEnd) {
        if (leftInBlock == 0 && rowReader != null) {
          atEnd = !blocks.next();
          leftInBlock = atEnd ? 0 : blocks.rows();
          if (leftInBlock <= left) {
            left -= leftInBlock;
            number += leftInBlock;
            leftInBlock = 0;
            blocks.skip();
          }
        } else if (next()) {
          left--;
        }
      }
    } catch (ContainerException e) {
      atEnd = true;
      throw e.report(location(), sink);
    }
  }

  @Override
  public RowView row() {
    if (rowReader == null || number == 0) {
      throw new IllegalStateException("there is no current row");
    }
    return rowReader.row();
  }

  @Override
  public boolean rowIsSound() {
    return sound;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public Location location() {
    return new Location(number, blocks.offset(), 0, 0, null);
  }

  @Override
  public void close() throws IOException {
    try {
      blocks.close();
    } finally {
      in.close();
    }
  }
}
