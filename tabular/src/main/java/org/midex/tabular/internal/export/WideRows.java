package org.midex.tabular.internal.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.LineSorter;

/**
 * Puts observations whose cells are the same but for the figure into one row. Those that follow one
 * another are joined at once; for those far apart the rows are sorted by their other cells, joined,
 * and sorted back to where each began, through private temporary files when they are many.
 */
public final class WideRows implements Closeable {
  private final LineSorter byCells;
  private final LineSorter byPlace;
  private @Nullable WideRow current;

  /**
   * A row of a wide table.
   *
   * @param first number of its first observation
   * @param cells the cells that its observations have in common
   * @param figures the others by place
   */
  public record WideRow(long first, List<Cell> cells, Map<Integer, Cell> figures) {
    /** Takes the figures of another; false when both have one in the same place. */
    private boolean takes(Map<Integer, Cell> others) {
      if (others.keySet().stream().anyMatch(figures::containsKey)) {
        return false;
      }
      figures.putAll(others);
      return true;
    }
  }

  /** Takes rows. */
  public interface Taker {
    void take(WideRow row) throws IOException;
  }

  public WideRows() {
    this(new LineSorter(), new LineSorter());
  }

  WideRows(LineSorter byCells, LineSorter byPlace) {
    this.byCells = byCells;
    this.byPlace = byPlace;
  }

  /**
   * Takes an observation's cells.
   *
   * @param number of the observation; greater than that of the one before
   */
  public void add(Line line, long number) throws IOException {
    Map<Integer, Cell> figure = Map.of(line.place(), line.figure());
    WideRow open = current;
    if (open == null || !open.cells().equals(line.cells()) || !open.takes(figure)) {
      close(open);
      current = new WideRow(number, line.cells(), new TreeMap<>(figure));
    }
  }

  private void close(@Nullable WideRow row) throws IOException {
    if (row != null) {
      byCells.add(Packed.byCells(row));
    }
  }

  /** Gives all rows, in the order in which they began. Nothing can be added after. */
  public void finish(Taker taker) throws IOException {
    close(current);
    current = null;
    LineSorter.Lines lines = byCells.sorted();
    WideRow open = null;
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      WideRow next = Packed.ofCells(line);
      if (open == null || !open.cells().equals(next.cells()) || !open.takes(next.figures())) {
        if (open != null) {
          byPlace.add(Packed.byPlace(open));
        }
        open = next;
      }
    }
    if (open != null) {
      byPlace.add(Packed.byPlace(open));
    }
    byCells.close();
    lines = byPlace.sorted();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      taker.take(Packed.ofPlace(line));
    }
  }

  @Override
  public void close() throws IOException {
    byCells.close();
    byPlace.close();
  }

  /** Rows as bytes that sort as they should. */
  private static final class Packed {
    private Packed() {}

    /** Cells first, then the place: equal cells come together, in their order. */
    static byte[] byCells(WideRow row) throws IOException {
      byte[] cells = cells(row.cells());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        out.writeInt(cells.length);
        out.write(cells);
        out.writeLong(row.first());
        out.write(figures(row));
      }
      return bytes.toByteArray();
    }

    static WideRow ofCells(byte[] line) throws IOException {
      int length = ByteBuffer.wrap(line).getInt();
      byte[] cells = Arrays.copyOfRange(line, 4, 4 + length);
      byte[] rest = Arrays.copyOfRange(line, 4 + length, line.length);
      return row(ByteBuffer.wrap(rest).getLong(), cells, Arrays.copyOfRange(rest, 8, rest.length));
    }

    static byte[] byPlace(WideRow row) throws IOException {
      byte[] cells = cells(row.cells());
      byte[] figures = figures(row);
      return ByteBuffer.allocate(8 + 4 + cells.length + figures.length)
          .putLong(row.first())
          .putInt(cells.length)
          .put(cells)
          .put(figures)
          .array();
    }

    static WideRow ofPlace(byte[] line) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      long first = bytes.getLong();
      byte[] cells = new byte[bytes.getInt()];
      bytes.get(cells);
      byte[] figures = new byte[bytes.remaining()];
      bytes.get(figures);
      return row(first, cells, figures);
    }

    private static WideRow row(long first, byte[] cells, byte[] figures) throws IOException {
      List<Cell> common = new ArrayList<>();
      Map<Integer, Cell> others = new TreeMap<>();
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(cells))) {
        while (in.available() > 0) {
          common.add(cell(in));
        }
      }
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(figures))) {
        while (in.available() > 0) {
          int place = in.readInt();
          others.put(place, cell(in));
        }
      }
      return new WideRow(first, common, others);
    }

    private static byte[] cells(List<Cell> cells) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        for (Cell cell : cells) {
          write(out, cell);
        }
      }
      return bytes.toByteArray();
    }

    private static byte[] figures(WideRow row) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        for (Map.Entry<Integer, Cell> figure : row.figures().entrySet()) {
          out.writeInt(figure.getKey());
          write(out, figure.getValue());
        }
      }
      return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Cell cell) throws IOException {
      byte[] text = cell.text().getBytes(StandardCharsets.UTF_8);
      out.writeBoolean(cell.number());
      out.writeInt(text.length);
      out.write(text);
    }

    private static Cell cell(DataInputStream in) throws IOException {
      boolean isNumber = in.readBoolean();
      String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      return isNumber ? new Cell(text, true) : Cell.of(text);
    }
  }
}
