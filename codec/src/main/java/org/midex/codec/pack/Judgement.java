package org.midex.codec.pack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.midex.model.signature.Aspect;
import org.midex.model.signature.Fault;
import org.midex.model.signature.Outcome;

/** Collects what is wrong with one signature, and what that makes of each aspect. */
final class Judgement {
  private final Map<Aspect, Outcome> verdicts = new EnumMap<>(Aspect.class);
  private final List<Fault> faults = new ArrayList<>();

  /** Everything is right until something else is said. */
  Judgement() {
    for (Aspect aspect : Aspect.values()) {
      verdicts.put(aspect, Outcome.PASSED);
    }
  }

  /** The aspect has not been looked at, because another one left nothing to look at. */
  void undecided(Aspect aspect) {
    raise(aspect, Outcome.INDETERMINATE);
  }

  void fault(Aspect aspect, Outcome outcome, Fault fault) {
    raise(aspect, outcome);
    faults.add(fault);
  }

  void fail(Aspect aspect, Fault fault) {
    fault(aspect, Outcome.FAILED, fault);
  }

  private void raise(Aspect aspect, Outcome outcome) {
    verdicts.merge(aspect, outcome, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  Map<Aspect, Outcome> verdicts() {
    return verdicts;
  }

  List<Fault> faults() {
    return faults;
  }
}
