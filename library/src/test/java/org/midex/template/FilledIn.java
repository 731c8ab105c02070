package org.midex.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.midex.Midex;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.FilledBook;
import org.midex.tabular.ObservationMaker;
import org.midex.tabular.Template;

/**
 * A template that was filled in, and the message with the same figures.
 *
 * @param book the workbook, to be filled in further
 */
record FilledIn(Path message, Path workbook, FilledBook book) {
  private static final int ROWS = 40;

  static FilledIn make(Midex midex, RowType theme, String language, Path folder)
      throws IOException {
    ObservationMaker maker = new ObservationMaker(midex.catalogue(), theme, language, 7);
    List<Observation> made = maker.observations(ROWS, Map.of());
    Map<String, String> dataset = new HashMap<>();
    for (Field field : theme.datasetFields()) {
      dataset.put(field.name(), maker.value(field));
    }
    String name = theme.id() + "-" + language;
    Path message = folder.resolve(name + ".xml");
    MessageHead head =
        new MessageHead(
            "urn:example:1",
            midex.catalogue().edition().standard(),
            header(midex),
            theme,
            Action.APPEND,
            dataset);
    try (MessageWriter writer = midex.write(message, head)) {
      for (Observation observation : made) {
        writer.write(observation);
      }
    }
    Path workbook = folder.resolve(name + ".xlsx");
    midex.writeTemplate(new Template(theme, language, Map.of(), 10), workbook);
    FilledBook book = FilledBook.withSender(Files.readAllBytes(workbook));
    dataset.forEach(book::header);
    made.forEach(o -> book.row(maker.cells(o)));
    Files.write(workbook, book.bytes());
    return new FilledIn(message, workbook, book);
  }

  private static Node header(Midex midex) {
    return Node.group(
        "Header",
        List.of(
            Node.leaf("Edition", midex.catalogue().edition().date().toString()),
            Node.leaf("Prepared", Instant.EPOCH.toString()),
            Node.group(
                "Sender",
                List.of(Node.leaf("Area", "AUT"), Node.leaf("Authority", "EXAMPLE-STATS")))));
  }
}
