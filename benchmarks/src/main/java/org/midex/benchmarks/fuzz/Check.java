package org.midex.benchmarks.fuzz;

import java.io.IOException;
import java.util.Random;

/** What must hold of every document of one syntax. */
interface Check {
  /** Ending of the documents' files. */
  String extension();

  /** A document, the same for the same random numbers. */
  byte[] document(Random random) throws IOException;

  /**
   * Reads a document and tells the tally how.
   *
   * @param random where a choice is left, such as how many bytes come at a time
   * @return what does not hold; empty when all does
   * @throws Exception as well as errors: does not hold either
   */
  String fault(byte[] document, Random random, Tally tally) throws Exception;
}
