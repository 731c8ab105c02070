package org.midex.conformance.iut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.midex.conformance.wording.Saying;

/**
 * An implementation in this process: nothing can keep it from hanging.
 *
 * @param answers takes a request, with its number, and gives the answer
 */
public record InProcess(UnaryOperator<ObjectNode> answers) implements Implementation {
  @Override
  public ObjectNode ask(ObjectNode request, Duration limit) throws MisbehaviourException {
    try {
      return answers.apply(request.deepCopy().put("seq", 0));
    } catch (RuntimeException e) {
      throw new MisbehaviourException(Saying.of("threw", "what", e));
    }
  }

  @Override
  public void close() {
    // nothing runs
  }
}
