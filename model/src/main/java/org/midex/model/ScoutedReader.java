package org.midex.model;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * A reader whose next rows can be looked at by several threads at once. What they see is what
 * {@link #next()} would show; nothing is reported of it, and reading has not moved.
 *
 * <pre>{@code
 * int pieces = reader.scout(scouts, threads);
 * // for rows of the first so many scouts that are to be read after all, in order:
 * reader.show(place, number);
 * // then, or at once:
 * reader.passScouted(numberOfTheLastRow);
 * }</pre>
 */
public interface ScoutedReader extends MessageReader {
  /**
   * Has each scout look at a piece of the rows that come next, as far as they are of the common
   * kind.
   *
   * @param scouts the first one works on the calling thread
   * @return how many of the scouts, from the first, have looked at rows that follow one another;
   *     what the others saw is void. 0 when the next row has to be read with {@link #next()}
   */
  int scout(List<? extends RowScout> scouts, ExecutorService threads) throws IOException;

  /**
   * Moves to a row that a scout looked at, behind the current one.
   *
   * @param place of the row, as the scout was told
   * @param number of the row
   */
  void show(int place, long number) throws IOException;

  /**
   * Passes over what is left of the rows that scouts looked at.
   *
   * @param number of the last of them
   */
  void passScouted(long number) throws IOException;
}
