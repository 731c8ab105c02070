package org.midex.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.model.Action;
import org.midex.model.Location;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.schema.RowType;
import org.midex.tabular.Imported.Found;

/** What an export gave: the table's bytes, findings, account. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Exported(byte[] bytes, List<Found> findings, ExportAccount account) {
  /** Observations of a mapping's theme and dataset, written in its layout. */
  static Exported of(Mapping mapping, List<Observation> observations, String... omissions) {
    return of(
        new SourceLayout(mapping, List.of(omissions).stream().map(Omission::parse).toList()),
        head(mapping.theme(), Action.APPEND, mapping.dataset()),
        observations);
  }

  static Exported of(TableFormat format, MessageHead head, List<Observation> observations) {
    List<Found> found = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TableWriter writer = format.writer(bytes, head, Imported.collecting(found))) {
      for (int i = 0; i < observations.size(); i++) {
        long record = i + 1L;
        writer.write(observations.get(i), () -> Location.ofRecord(record));
      }
      ExportAccount account = writer.finish();
      return new Exported(bytes.toByteArray(), found, account);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MessageHead head(RowType theme, Action action, Map<String, String> attributes) {
    return new MessageHead(
        "urn:example:1", "1.0", Node.group("Header", List.of()), theme, action, attributes);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Lines below the headings. */
  List<String> rows() {
    return text().lines().skip(1).toList();
  }

  List<String> rules() {
    return findings.stream().map(Found::rule).toList();
  }
}
