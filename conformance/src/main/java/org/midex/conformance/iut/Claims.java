package org.midex.conformance.iut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.suite.Vector;
import org.midex.conformance.wording.Saying;

/**
 * What an implementation says of itself in its answer to {@code hello}.
 *
 * @param standard newest version of the standard that it knows
 */
public record Claims(
    String name,
    String version,
    String language,
    String standard,
    Set<String> profiles,
    Set<String> syntaxes,
    Set<String> algorithms) {
  private static final Set<String> PROFILES =
      Set.of("reader", "writer", "validator", "signer", "exchanger");
  private static final Set<String> SYNTAXES = Set.of("xml", "avro");
  private static final int LONGEST = 200;

  public Claims {
    profiles = Set.copyOf(profiles);
    syntaxes = Set.copyOf(syntaxes);
    algorithms = Set.copyOf(algorithms);
  }

  /**
   * Takes them from the answer.
   *
   * @throws MisbehaviourException when it is no answer to hello
   */
  public static Claims of(ObjectNode answer) throws MisbehaviourException {
    if (answer.path("protocol").asInt() != 1) {
      throw new MisbehaviourException(Saying.of("protocol", "answer", shortened(answer)));
    }
    Claims claims =
        new Claims(
            shortened(answer.path("name")),
            shortened(answer.path("version")),
            shortened(answer.path("language")),
            shortened(answer.path("standard")),
            texts(answer, "profiles", PROFILES),
            texts(answer, "syntaxes", SYNTAXES),
            texts(answer, "algorithms"));
    if (claims.name.isEmpty() || claims.version.isEmpty() || claims.standard.isEmpty()) {
      throw new MisbehaviourException(Saying.of("greeting", "answer", shortened(answer)));
    }
    return claims;
  }

  private static Set<String> texts(ObjectNode answer, String name, Set<String> known)
      throws MisbehaviourException {
    Set<String> all = texts(answer, name);
    for (String one : all) {
      if (!known.contains(one)) {
        throw new MisbehaviourException(Saying.of("claim", "name", name, "value", one));
      }
    }
    return all;
  }

  private static Set<String> texts(ObjectNode answer, String name) {
    Set<String> all = new TreeSet<>();
    for (JsonNode one : answer.path(name)) {
      all.add(shortened(one));
    }
    return all;
  }

  private static String shortened(JsonNode said) {
    String text = said.isValueNode() ? said.asText("") : said.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Why it is not to be tried with a vector; null when it is. */
  public @Nullable Saying whyNot(Vector vector) {
    if (!profiles.contains(vector.profile())) {
      return Saying.of("profile", "name", vector.profile());
    }
    return whyNotKnown(vector);
  }

  /** Why it cannot be the second implementation of a vector; null when it can. */
  public @Nullable Saying whyNotSecond(Vector vector) {
    for (String operation : vector.askedOfSecond()) {
      String profile = profile(operation);
      if (!profiles.contains(profile)) {
        return Saying.of("secondProfile", "name", profile);
      }
    }
    return whyNotKnown(vector);
  }

  private static String profile(String operation) {
    return switch (operation) {
      case "digest" -> "reader";
      case "convert" -> "writer";
      case "validate" -> "validator";
      case "sign", "verify", "seal", "open" -> "signer";
      default -> "exchanger";
    };
  }

  private @Nullable Saying whyNotKnown(Vector vector) {
    String syntax = vector.syntax();
    if (syntax != null && !syntaxes.contains(syntax)) {
      return Saying.of("syntax", "name", syntax);
    }
    for (String algorithm : vector.algorithms()) {
      if (!algorithms.contains(algorithm)) {
        return Saying.of("algorithm", "name", algorithm);
      }
    }
    return null;
  }
}
