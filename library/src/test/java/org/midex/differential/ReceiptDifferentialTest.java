package org.midex.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tag;
import org.midex.Midex;
import org.midex.Source;
import org.midex.codec.CodecContractTest;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.MessageHead;
import org.midex.model.Result;
import org.midex.schema.Catalogue;
import org.midex.schema.Severity;

/**
 * Holds our reader and the JDK's XSD validator to one meaning in receipts: any damage is found by
 * both, and what is no damage by neither.
 */
@Tag("once")
class ReceiptDifferentialTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Midex MIDEX = Midex.standard();
  private static final int BASES = 60;

  /** Values of which each is of some type's form and of most types' not. */
  private static final String[] VALUES = {
    "",
    " ",
    "x",
    "x y",
    "0",
    "-1",
    "01",
    "1.0",
    "true",
    "TRUE",
    "error",
    "accepted",
    "Accepted",
    "rejected ",
    "urn:x:1",
    "urn:",
    "2026-11-26",
    "2026-11-26T12:00:00Z",
    "2026-11-26T12:00:00",
    "2026-13-26T12:00:00Z",
    "0".repeat(64),
    "A".repeat(64),
    "a".repeat(65),
    "1".repeat(19)
  };

  private static final String NO_DAY = "2026-02-30T12:00:00Z";

  private final PublishedXsd xsd = new PublishedXsd();
  private final Random random = new Random(20261126);
  private final Map<String, Integer> hits = new TreeMap<>();
  private int valid;
  private int refused;

  private static final Map<String, BiFunction<List<String>, Random, List<String>>> DAMAGES =
      damages();

  /** Ways to change the lines of a canonical receipt. */
  private static Map<String, BiFunction<List<String>, Random, List<String>>> damages() {
    Map<String, BiFunction<List<String>, Random, List<String>>> damages = new TreeMap<>();
    damages.put("none", (lines, random) -> lines);
    damages.put("drop", (lines, random) -> edit(lines, random, (l, i) -> l.remove(i)));
    damages.put("double", (lines, random) -> edit(lines, random, (l, i) -> l.add(i, l.get(i))));
    damages.put(
        "swap", (lines, random) -> edit(lines, random, (l, i) -> l.add(i + 1, l.remove(i))));
    damages.put(
        "value",
        (lines, random) ->
            edit(lines, random, (l, i) -> l.set(i, value(l.get(i), pick(random, VALUES)))));
    damages.put(
        "rename",
        (lines, random) -> edit(lines, random, (l, i) -> l.set(i, l.get(i).replace("e", "E"))));
    damages.put(
        "attribute",
        (lines, random) ->
            edit(lines, random, (l, i) -> l.set(i, l.get(i).replaceFirst("(/?>)", " a=\"1\"$1"))));
    damages.put(
        "instance",
        (lines, random) ->
            edit(
                lines,
                random,
                (l, i) -> l.set(i, l.get(i).replaceFirst("^<([A-Z][a-z]+)", "<$1 note=\"x\""))));
    damages.put(
        "element", (lines, random) -> edit(lines, random, (l, i) -> l.add(i, "<Note>more</Note>")));
    damages.put(
        "day",
        (lines, random) ->
            lines.stream()
                .map(line -> line.startsWith("<Arrived>") ? value(line, NO_DAY) : line)
                .toList());
    damages.put("text", (lines, random) -> edit(lines, random, (l, i) -> l.add(i, "more")));
    damages.put("space", (lines, random) -> edit(lines, random, (l, i) -> l.add(i, " \t")));
    damages.put(
        "comment", (lines, random) -> edit(lines, random, (l, i) -> l.add(i, "<!-- seen -->")));
    damages.put(
        "namespace",
        (lines, random) ->
            edit(
                lines,
                random,
                (l, i) ->
                    l.set(
                        i,
                        l.get(i).replaceFirst("^<([A-Z][A-Za-z0-9]*)>", "<$1 xmlns=\"urn:x\">"))));
    return damages;
  }

  private interface Edit {
    void on(List<String> lines, int line);
  }

  /** Changes a line behind the header's end but the last. */
  private static List<String> edit(List<String> lines, Random random, Edit edit) {
    List<String> edited = new ArrayList<>(lines);
    int from = edited.indexOf("</Header>") + 1;
    edit.on(edited, from + random.nextInt(edited.size() - from - 1));
    return edited;
  }

  private static String value(String line, String value) {
    Matcher leaf = Pattern.compile("<(\\w+)>[^<]+</\\w+>").matcher(line);
    return leaf.matches() ? "<" + leaf.group(1) + ">" + value + "</" + leaf.group(1) + ">" : line;
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }

  @Example
  void ourReaderAndTheXsdAgreeOnReceipts() throws IOException {
    RandomGenerator<MessageHead> heads = MessageArbitraries.receipts().generator(1000, true);
    for (int i = 0; i < BASES; i++) {
      Message message = new Message(heads.next(random).value(), List.of());
      String text =
          new String(
              CodecContractTest.write(new XmlCodec(CATALOGUE), message), StandardCharsets.UTF_8);
      for (Map.Entry<String, BiFunction<List<String>, Random, List<String>>> damage :
          DAMAGES.entrySet()) {
        for (int round = 0; round < 4; round++) {
          List<String> lines = damage.getValue().apply(List.of(text.split("\n", -1)), random);
          judge(damage.getKey(), String.join("\n", lines));
        }
      }
    }
    assertThat(valid).isGreaterThan(500);
    assertThat(refused).isGreaterThan(1_000);
    assertThat(hits)
        .containsKeys("MDX-S01", "MDX-S06", "MDX-S07", "MDX-S08", "MDX-S10", "MDX-S11", "MDX-S17");
  }

  private void judge(String damage, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String refusal = xsd.refusal(bytes);
    Result result;
    try (Source source = Source.of(new ByteArrayInputStream(bytes), "receipt.xml")) {
      result = MIDEX.validate(source);
    }
    List<String> structural =
        result.groups().stream()
            .map(group -> CATALOGUE.rule(group.problem().rule()))
            .filter(r -> r.structural() && !r.envelope() && r.severity() == Severity.ERROR)
            .map(rule -> rule.id())
            .toList();
    structural.forEach(rule -> hits.merge(rule, 1, Integer::sum));
    assertThat(structural.isEmpty())
        .as(damage + "\nXSD: " + refusal + "\nMIDEX: " + structural + "\n" + text)
        .isEqualTo(refusal == null);
    if (refusal == null) {
      valid++;
    } else {
      refused++;
    }
  }
}
