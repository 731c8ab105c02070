package org.midex.conformance.generator;

import java.io.IOException;

/** Makes the vectors of one area of the standard. */
interface VectorSource {
  void add(Drafts drafts) throws IOException;
}
