package org.midex.benchmarks.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.midex.model.Action;
import org.midex.model.Codec;
import org.midex.model.MessageHead;
import org.midex.model.MessageWriter;
import org.midex.model.Node;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Messages without a structural fault, made from the catalogue alone: every theme, every field. */
final class RandomMessages {
  private static final int MOST_REPEATED = 3;

  private final Catalogue catalogue;
  private final List<RowType> themes;
  private final Random random;
  private final RandomValues values;

  RandomMessages(Catalogue catalogue, Random random) {
    this.catalogue = catalogue;
    this.themes = catalogue.themes();
    this.random = random;
    this.values = new RandomValues(random);
  }

  /**
   * The bytes of a message.
   *
   * @param mostRows observations at most; few are as likely as many
   */
  byte[] message(Codec codec, int mostRows) throws IOException {
    RowType theme = values.one(themes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MessageWriter writer = codec.writer(out, head(theme))) {
      for (int rows = random.nextInt(1 + random.nextInt(mostRows)); rows > 0; rows--) {
        writer.write(Observation.of(theme, texts(theme.fields())));
      }
    }
    return out.toByteArray();
  }

  private MessageHead head(RowType theme) {
    return new MessageHead(
        "urn:uuid:" + random.nextInt(1_000_000),
        catalogue.edition().standard(),
        node("Header", catalogue.type("Header")),
        theme,
        values.one(List.of(Action.values())),
        texts(theme.datasetFields()));
  }

  private Map<String, String> texts(List<Field> fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Field field : fields) {
      if (field.required() || random.nextInt(3) > 0) {
        texts.put(field.name(), values.of(field.type()));
      }
    }
    return texts;
  }

  private Node node(String name, RowType type) {
    List<Node> parts = new ArrayList<>();
    for (Field field : type.fields()) {
      RowType component = field.type().component();
      int most = Math.min(field.max(), MOST_REPEATED);
      for (int times = field.min() + random.nextInt(most - field.min() + 1); times > 0; times--) {
        parts.add(
            component == null
                ? Node.leaf(field.name(), values.of(field.type()))
                : node(field.name(), component));
      }
    }
    return Node.group(name, parts);
  }
}
