package org.midex.model;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A reader whose next rows can be looked at by several threads at once. What they see is what
 * {@link #next()} would show, and nothing is reported of it.
 */
public interface ScoutedReader extends MessageReader {
  /**
   * Takes pieces of the rows, one after the other.
   *
   * @param <S> what looked at them
   */
  interface Taker<S> {
    /**
     * Takes the rows that a scout looked at, on the calling thread. Those that are to be read after
     * all can be, in order, by {@link ScoutedReader#show}.
     *
     * @return the number of the last of them
     */
    long take(S scout) throws IOException;
  }

  /**
   * Has each scout look at a piece of the rows that come next, as far as they are of the common
   * kind, and takes piece after piece while others are still being looked at. What scouts saw whose
   * piece is not taken is void.
   *
   * @param threads help the calling one
   * @return how many pieces were taken, from the first; 0 when the next row has to be read with
   *     {@link #next()}
   */
  <S extends RowScout> int scout(List<S> scouts, Executor threads, Taker<? super S> taker)
      throws IOException;

  /**
   * Moves to a row of the piece that is being taken, behind the current one.
   *
   * @param place of the row, as the scout was told
   * @param number of the row
   */
  void show(int place, long number) throws IOException;
}
