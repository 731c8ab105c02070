package org.midex.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.midex.Midex;
import org.midex.Source;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.schema.RowType;

final class ReadExample {
  private ReadExample() {}

  static long run(Path file) throws IOException {
    // example
    Midex midex = Midex.standard();
    RowType theme = midex.catalogue().theme("REFUGEE_POP");
    int sex = theme.field("SEX").slot();
    int value = theme.field("OBS_VALUE").slot();
    long people = 0;
    try (MessageReader reader = midex.read(Source.of(file), FindingSink.ignoring())) {
      while (reader.next()) {
        RowView row = reader.row(); // a view that changes; row.toObservation() keeps one
        if ("_T".equals(row.text(sex)) && row.valid(value)) {
          people += row.number(value);
        }
      }
    }
    return people;
    // end
  }
}
