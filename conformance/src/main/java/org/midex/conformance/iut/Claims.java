package org.midex.conformance.iut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.midex.conformance.suite.Vector;

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
      throw new MisbehaviourException("it does not speak protocol 1: " + shortened(answer));
    }
    Claims claims =
        new Claims(
            shortened(answer.path("name")),
            shortened(answer.path("version")),
            shortened(answer.path("language")),
            shortened(answer.path("standard")),
            texts(answer, "profiles"),
            texts(answer, "syntaxes"),
            texts(answer, "algorithms"));
    if (claims.name.isEmpty() || claims.version.isEmpty() || claims.standard.isEmpty()) {
      throw new MisbehaviourException(
          "its greeting lacks name, version or standard: " + shortened(answer));
    }
    return claims;
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
  public @Nullable String whyNot(Vector vector) {
    if (!profiles.contains(vector.profile())) {
      return "the profile " + vector.profile() + " is not claimed";
    }
    return whyNotKnown(vector);
  }

  /** Why it cannot be the second implementation of a vector; null when it can. */
  public @Nullable String whyNotSecond(Vector vector) {
    for (String operation : vector.askedOfSecond()) {
      String profile = profile(operation);
      if (!profiles.contains(profile)) {
        return "the second one does not claim the profile " + profile;
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

  private @Nullable String whyNotKnown(Vector vector) {
    String syntax = vector.syntax();
    if (syntax != null && !syntaxes.contains(syntax)) {
      return "the syntax " + syntax + " is not claimed";
    }
    for (String algorithm : vector.algorithms()) {
      if (!algorithms.contains(algorithm)) {
        return "the algorithm " + algorithm + " is not claimed";
      }
    }
    return null;
  }
}
