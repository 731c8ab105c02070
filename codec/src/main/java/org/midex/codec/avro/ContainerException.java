package org.midex.codec.avro;

import java.io.IOException;
import java.util.Map;
import org.midex.codec.head.Xml;
import org.midex.model.FindingSink;
import org.midex.model.Location;
import org.midex.model.MalformedMessageException;
import org.midex.model.Problem;

/** A container that cannot be read on; not reported yet, because only the reader knows where. */
final class ContainerException extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final transient Map<String, String> details;

  private ContainerException(Problem problem, Map<String, String> details) {
    super(problem.rule() + " " + details);
    this.problem = problem;
    this.details = details;
  }

  static ContainerException damaged(String reason) {
    return new ContainerException(Problem.of("MDX-S15"), Map.of("reason", reason));
  }

  static ContainerException noMessage(String reason) {
    return new ContainerException(Problem.of("MDX-S05"), Map.of("reason", reason));
  }

  static ContainerException limit(String what, Object limit) {
    return new ContainerException(
        Problem.of("MDX-S04"), Map.of("what", what, "limit", limit.toString()));
  }

  MalformedMessageException report(Location at, FindingSink sink) {
    return Xml.report(problem, at, details, sink);
  }
}
