package org.midex.benchmarks.data;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.model.Action;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.schema.Catalogue;

/** What stands before the rows. */
public final class Head {
  private Head() {}

  /** The head of a message of all reporting areas, to be published. */
  public static MessageHead of(Catalogue catalogue) {
    List<Node> coverage =
        AsylumRows.REPORTERS.stream()
            .map(area -> Node.leaf("Area", area))
            .collect(toCollection(ArrayList::new));
    coverage.add(Node.leaf("From", "2015"));
    coverage.add(Node.leaf("Until", "2024"));
    Node header =
        Node.group(
            "Header",
            List.of(
                Node.leaf("Edition", catalogue.edition().date().toString()),
                Node.leaf("Prepared", "2026-11-02T09:00:00Z"),
                party("Sender", "AUT", "EXAMPLE-STATS"),
                party("Receiver", "DEU", "EXAMPLE-MIN"),
                Node.group("Coverage", coverage),
                Node.leaf("Purpose", "Measurement; the figures are made up"),
                Node.leaf("Classification", "PUBLIC"),
                Node.leaf("Test", "true")));
    return new MessageHead(
        "urn:uuid:7d0c1a52-3c2f-4d55-9a50-7c9d6b3f1000",
        "1.0",
        header,
        catalogue.theme(AsylumRows.THEME),
        Action.REPLACE,
        Map.of());
  }

  private static Node party(String name, String area, String authority) {
    return Node.group(name, List.of(Node.leaf("Area", area), Node.leaf("Authority", authority)));
  }
}
