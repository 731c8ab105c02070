package org.midex.validation;

import java.util.List;
import org.midex.model.FindingSink;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.SideBySide;
import org.midex.model.Waiver;

/**
 * Hands every finding to several sinks in turn, such as one that counts and one that writes each
 * finding out. As thread-safe as the sinks.
 */
public final class TeeSink implements FindingSink {
  private final List<FindingSink> sinks;

  public TeeSink(FindingSink... sinks) {
    this.sinks = List.of(sinks);
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    sinks.forEach(s -> s.report(problem, occurrence));
  }

  @Override
  public void waived(Problem problem, Occurrence occurrence, Waiver waiver) {
    sinks.forEach(s -> s.waived(problem, occurrence, waiver));
  }

  @Override
  public void notRun(String rule, String why) {
    sinks.forEach(s -> s.notRun(rule, why));
  }

  @Override
  public void notRun(String rule, String why, long rows) {
    sinks.forEach(s -> s.notRun(rule, why, rows));
  }

  @Override
  public void beside(SideBySide comparison) {
    sinks.forEach(s -> s.beside(comparison));
  }

  @Override
  public void incomplete() {
    sinks.forEach(FindingSink::incomplete);
  }
}
