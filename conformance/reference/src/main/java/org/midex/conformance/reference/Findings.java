package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.midex.model.Result;
import org.midex.model.Verdict;

/** What was found, as answers say it. */
final class Findings {
  private Findings() {}

  static ObjectNode judgement(Verdict verdict, List<Result.Group> groups) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("verdict", word(verdict));
    answer.set("findings", of(groups));
    return answer;
  }

  static ArrayNode of(List<Result.Group> groups) {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    for (Result.Group group : groups) {
      ObjectNode finding =
          findings
              .addObject()
              .put("rule", group.problem().rule())
              .put("severity", group.severity().name().toLowerCase(Locale.ROOT))
              .put("count", group.count());
      if (group.problem().field() != null) {
        finding.put("field", group.problem().field());
      }
    }
    return findings;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case CONFORMANT -> "conformant";
      case NOT_CONFORMANT -> "notConformant";
      case INCOMPLETE -> "incomplete";
    };
  }
}
