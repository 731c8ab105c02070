package org.midex.tabular.internal.template;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Writes a template as CSV: one line with the columns' ids and, last, the marker. */
public final class TemplateCsv {
  private TemplateCsv() {}

  public static void write(Marker marker, RowType theme, OutputStream out) throws IOException {
    List<String> ids =
        new ArrayList<>(
            TemplateFields.columns(theme, marker.constants()).stream().map(Field::name).toList());
    ids.add(marker.toString());
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      csv.writeRecord(ids);
    }
  }
}
