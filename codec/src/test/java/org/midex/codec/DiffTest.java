package org.midex.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.FindingSink;
import org.midex.model.MessageReader;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;

class DiffTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final RowType THEME = CATALOGUE.theme("REFUGEE_POP");
  private final Message message = message("SYR", "AFG", "UKR");
  private final List<Diff.Change> changes = new ArrayList<>();

  @Test
  void findsNothingBetweenOrders() throws IOException {
    List<Observation> reversed = new ArrayList<>(message.rows());
    Collections.reverse(reversed);
    assertThat(diff(message, new Message(message.head(), reversed)))
        .isEqualTo(new Diff(0, 0, 0, 3));
    assertThat(changes).isEmpty();
  }

  @Test
  void tellsAddedRemovedAndChangedApart() throws IOException {
    List<Observation> rows = new ArrayList<>(message.rows());
    rows.remove(0);
    rows.set(0, with(rows.get(0), "OBS_VALUE", "99"));
    rows.add(with(rows.get(1), "ORIGIN", "IRQ"));
    assertThat(diff(message, new Message(message.head(), rows))).isEqualTo(new Diff(1, 1, 1, 1));
    assertThat(changes)
        .anySatisfy(c -> assertThat(c.before()).isEqualTo("OBS_VALUE=\"1\""))
        .anySatisfy(c -> assertThat(c.after()).isEqualTo("OBS_VALUE=\"99\""));
  }

  private Diff diff(Message a, Message b) throws IOException {
    XmlCodec codec = new XmlCodec(CATALOGUE);
    try (MessageReader first =
            codec.reader(
                new ByteArrayInputStream(CodecContractTest.write(codec, a)),
                FindingSink.ignoring());
        MessageReader second =
            codec.reader(
                new ByteArrayInputStream(CodecContractTest.write(codec, b)),
                FindingSink.ignoring())) {
      return Diff.compare(first, second, changes::add);
    }
  }

  private static Observation with(Observation row, String field, String text) {
    Map<String, String> fields = new TreeMap<>(row.fields());
    fields.put(field, text);
    return Observation.of(row.type(), fields);
  }

  private static Message message(String... origins) {
    List<Observation> rows = new ArrayList<>();
    for (String origin : origins) {
      rows.add(
          Observation.of(
              THEME,
              Map.of(
                  "REF_AREA",
                  "AUT",
                  "ORIGIN",
                  origin,
                  "POP_TYPE",
                  "REF",
                  "SEX",
                  "_T",
                  "AGE",
                  "_T",
                  "LOCATION_TYPE",
                  "_T",
                  "ACCOMMODATION",
                  "_T",
                  "TIME_PERIOD",
                  "2023",
                  "OBS_VALUE",
                  "1")));
    }
    return new Message(MessageArbitraries.heads(THEME).sample(), rows);
  }
}
