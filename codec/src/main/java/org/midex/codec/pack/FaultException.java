package org.midex.codec.pack;

import java.io.IOException;
import java.util.Map;
import org.midex.model.signature.Fault;

/** What is wrong with bytes from elsewhere; becomes part of a report. */
final class FaultException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  FaultException(Fault fault) {
    super(fault.rule() + " " + fault.value() + " " + fault.details());
    this.fault = fault;
  }

  FaultException(String rule, String reason) {
    this(Fault.of(rule, Map.of("reason", reason)));
  }

  Fault fault() {
    return fault;
  }
}
