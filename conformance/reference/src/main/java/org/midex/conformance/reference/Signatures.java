package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.Certificates;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.Policy;
import org.midex.codec.pack.Trust;
import org.midex.codec.pack.Verifier;
import org.midex.model.Party;
import org.midex.model.Result;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Verification;
import org.midex.schema.Catalogue;

/** Parts that requests on signed and sealed files, and answers to them, have in common. */
final class Signatures {
  private Signatures() {}

  static Path path(ObjectNode request, String name) {
    return Path.of(request.required(name).asText());
  }

  /** The paths of a list. */
  static List<Path> paths(ObjectNode request, String name) {
    List<Path> all = new ArrayList<>();
    request.required(name).forEach(one -> all.add(Path.of(one.asText())));
    return all;
  }

  static KeyFiles.Held key(JsonNode key) throws IOException {
    char[] password = key.required("password").asText().toCharArray();
    return KeyFiles.pkcs12(Path.of(key.required("file").asText()), password, null);
  }

  static Instant at(ObjectNode request) {
    return request.has("at") ? Instant.parse(request.required("at").asText()) : Instant.now();
  }

  static @Nullable Trust trust(ObjectNode request) throws IOException {
    if (!request.has("trust")) {
      return null;
    }
    Trust trust = Trust.read(path(request, "trust"));
    return request.has("crl") ? trust.withLists(lists(path(request, "crl"))) : trust;
  }

  private static List<X509CRL> lists(Path folder) throws IOException {
    List<X509CRL> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        all.addAll(Certificates.readLists(file));
      }
    }
    return all;
  }

  /** What to verify with; null where no trust folder is named. */
  static @Nullable Verifier verifier(ObjectNode request) throws IOException {
    Trust trust = trust(request);
    if (trust == null) {
      return null;
    }
    Policy policy =
        request.has("policy") ? Policy.read(path(request, "policy")) : Policy.standard();
    return new Verifier(trust, policy, at(request), receiver(request));
  }

  private static @Nullable Party receiver(ObjectNode request) {
    if (!request.has("receiver")) {
      return null;
    }
    return party(request.required("receiver").asText());
  }

  /** A party, as in {@code DEU:EXAMPLE-MIN}. */
  static Party party(String text) {
    String[] parts = text.split(":", 2);
    return new Party(parts[0], parts[1]);
  }

  /** All faults of a file and of its signatures. */
  static List<Fault> faults(Verification found) {
    return Stream.concat(
            found.faults().stream(), found.signatures().stream().flatMap(s -> s.faults().stream()))
        .toList();
  }

  /** Faults as findings. */
  static ArrayNode findings(Catalogue catalogue, List<Fault> faults) {
    Map<String, Integer> counts = new TreeMap<>();
    faults.forEach(fault -> counts.merge(fault.rule(), 1, Integer::sum));
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    counts.forEach(
        (rule, count) ->
            findings
                .addObject()
                .put("rule", rule)
                .put("severity", catalogue.rule(rule).severity().name().toLowerCase(Locale.ROOT))
                .put("count", count));
    return findings;
  }

  static ObjectNode written(boolean written, ArrayNode findings) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("written", written);
    answer.set("findings", findings);
    return answer;
  }

  /**
   * What the receipts of all messages in a file say, and what was found.
   *
   * @param outcomes in the order of the messages
   */
  static ObjectNode received(List<String> outcomes, Stream<Result> results) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("receipt", outcomes.get(0));
    if (outcomes.size() > 1) {
      outcomes.forEach(answer.putArray("receipts")::add);
    }
    answer.set("findings", findings(results.distinct().toList()));
    return answer;
  }

  /** What was found in messages. */
  static ArrayNode findings(Collection<Result> results) {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    results.forEach(result -> findings.addAll(Findings.of(result.groups())));
    return findings;
  }
}
