package org.midex.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.midex.Midex;
import org.midex.Source;
import org.midex.codec.CodecContractTest;
import org.midex.codec.MessageArbitraries;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Result;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.schema.Severity;

/**
 * Holds our reader and the JDK's XSD validator to one meaning: what the published XSD refuses is an
 * error of ours, and what it accepts has no structural error but the envelope rules that an XSD
 * cannot express.
 */
@Tag("once")
class XsdDifferentialTest {
  private static final int BASES = 8;
  private static final int ROUNDS = 1;
  private static final long SEED = 20261101;
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Midex MIDEX = Midex.standard();

  /** Rules that only Avro containers can break. */
  private static final List<String> AVRO_ONLY = List.of("MDX-S15", "MDX-S16");

  /** Rules by which validation refuses codes that the XSD does not have. */
  private static final List<String> CODES = List.of("MDX-V01", "MDX-V02");

  private final PublishedXsd xsd = new PublishedXsd();
  private final Random random = new Random(SEED);
  private final Map<String, Integer> hits = new TreeMap<>();
  private final Map<Mutation, Integer> stillValid = new EnumMap<>(Mutation.class);
  private final Map<String, String> disagreements = new TreeMap<>();
  private int mutants;
  private int valid;

  @Example
  void ourReaderAndTheXsdAgree() throws IOException {
    for (RowType theme : CATALOGUE.themes()) {
      Arbitrary<Message> messages =
          MessageArbitraries.messages(theme).filter(m -> !m.rows().isEmpty());
      for (int i = 0; i < BASES; i++) {
        String base =
            new String(
                CodecContractTest.write(
                    new XmlCodec(CATALOGUE), messages.generator(1000, true).next(random).value()),
                StandardCharsets.UTF_8);
        judge(base, null);
        for (int round = 0; round < ROUNDS; round++) {
          for (Mutation mutation : Mutation.values()) {
            judge(mutation.apply(base, random), mutation);
          }
        }
      }
    }
    System.out.printf(
        "differential: %d mutants, %d still valid, rule hits %s%n", mutants, valid, hits);
    assertThat(disagreements.values()).isEmpty();
    assertThat(mutants).isGreaterThanOrEqualTo(5_000);
    assertThat(valid * 10).as("share of valid mutants").isGreaterThanOrEqualTo(mutants * 3);
    for (Rule rule : CATALOGUE.rules()) {
      if (rule.structural() && !AVRO_ONLY.contains(rule.id())) {
        assertThat(hits.getOrDefault(rule.id(), 0)).as(rule.id()).isGreaterThanOrEqualTo(20);
      }
    }
  }

  private void judge(String text, @Nullable Mutation mutation) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String refusal = xsd.refusal(bytes);
    Result result = validate(bytes);
    String context =
        mutation
            + "\nXSD: "
            + (refusal == null ? "valid" : refusal)
            + "\nMIDEX: "
            + result.groups()
            + "\n"
            + text;
    result.groups().forEach(g -> hits.merge(g.problem().rule(), 1, Integer::sum));
    boolean structural =
        result.groups().stream()
            .map(g -> CATALOGUE.rule(g.problem().rule()))
            .anyMatch(r -> r.structural() && !r.envelope() && r.severity() == Severity.ERROR);
    boolean newerMinor = mutation == Mutation.NEWER_MINOR;
    boolean agree = refusal == null ? !structural : newerMinor || refuses(result);
    if (!agree || (mutation == null && refusal != null)) {
      disagreements.putIfAbsent(String.valueOf(mutation), context);
    }
    if (mutation != null) {
      mutants++;
      if (refusal == null) {
        valid++;
        stillValid.merge(mutation, 1, Integer::sum);
      }
    }
  }

  /** An error that the XSD could have meant; a negative figure, say, is none. */
  private static boolean refuses(Result result) {
    return result.groups().stream()
        .map(g -> CATALOGUE.rule(g.problem().rule()))
        .anyMatch(
            r -> r.severity() == Severity.ERROR && (r.structural() || CODES.contains(r.id())));
  }

  private static Result validate(byte[] bytes) throws IOException {
    try (Source source = Source.of(new ByteArrayInputStream(bytes), "mutant.xml")) {
      return MIDEX.validate(source);
    }
  }
}
