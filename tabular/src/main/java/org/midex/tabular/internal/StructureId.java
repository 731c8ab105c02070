package org.midex.tabular.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which structure a file of SDMX-CSV is of. */
public final class StructureId {
  private StructureId() {}

  /**
   * The structure that the first row of SDMX-CSV names, compressed with gzip or not.
   *
   * @param in closed afterwards
   * @return empty when the bytes are no SDMX-CSV, or it has no rows
   */
  public static Optional<String> read(InputStream in) throws IOException {
    Layout layout =
        new Layout(Layout.Format.SDMX_CSV, null, StandardCharsets.UTF_8, ',', '"', 1, List.of());
    try (Table table = Tables.open(in, layout)) {
      if (!table.next()) {
        return Optional.empty();
      }
      List<String> headings = new ArrayList<>();
      for (int i = 0; i < table.size(); i++) {
        headings.add(table.text(i).strip());
      }
      SdmxHeadings sdmx = SdmxHeadings.of(headings, Set.of());
      int id = sdmx.envelope(Sdmx.STRUCTURE_ID);
      int place = id < 0 ? sdmx.envelope(Sdmx.DATAFLOW) : id;
      return place < 0 || !table.next() || place >= table.size()
          ? Optional.empty()
          : Optional.of(Sdmx.withoutName(table.text(place).strip()));
    } catch (BadTableException e) {
      return Optional.empty();
    }
  }
}
