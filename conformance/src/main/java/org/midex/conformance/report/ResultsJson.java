package org.midex.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.midex.conformance.iut.Claims;
import org.midex.conformance.run.RunResult;
import org.midex.conformance.run.Status;
import org.midex.conformance.run.VectorResult;
import org.midex.conformance.suite.Suite;
import org.midex.conformance.wording.Wording;

/** A run as JSON: {@code protocol/results.schema.json}. */
final class ResultsJson {
  private ResultsJson() {}

  static String of(RunResult run, Wording wording) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putObject("suite").put("standard", Suite.VERSION).put("digest", run.suite().digest());
    claims(whole.putObject("implementation"), run.claims());
    whole.put("success", run.isSuccess());
    if (run.farewell() != null) {
      whole.put("farewell", run.farewell().in(wording));
    }
    ObjectNode counts = whole.putObject("counts");
    run.counts().forEach((status, count) -> counts.put(name(status), count));
    ArrayNode results = whole.putArray("results");
    for (VectorResult result : run.results()) {
      ObjectNode one = results.addObject();
      one.put("id", result.vector().id()).put("profile", result.vector().profile());
      one.put("area", result.vector().area());
      texts(one.putArray("clauses"), result.vector().clauses());
      one.put("level", result.vector().must() ? "MUST" : "SHOULD");
      one.put("status", name(result.status()));
      one.put("seconds", result.time().toMillis() / 1e3);
      texts(one.putArray("problems"), result.problems(wording));
    }
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void claims(ObjectNode target, Claims claims) {
    target.put("name", claims.name()).put("version", claims.version());
    target.put("language", claims.language()).put("standard", claims.standard());
    texts(target.putArray("profiles"), claims.profiles().stream().sorted().toList());
    texts(target.putArray("syntaxes"), claims.syntaxes().stream().sorted().toList());
    texts(target.putArray("algorithms"), claims.algorithms().stream().sorted().toList());
  }

  private static void texts(ArrayNode target, Collection<String> texts) {
    texts.forEach(target::add);
  }

  private static String name(Status status) {
    return switch (status) {
      case EXPECTED_FAILURE -> "expectedFailure";
      case UNEXPECTED_PASS -> "unexpectedPass";
      default -> status.toString();
    };
  }
}
