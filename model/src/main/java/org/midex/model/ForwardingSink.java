package org.midex.model;

/** Hands everything on to another sink; subclasses change what they are about. */
public abstract class ForwardingSink implements FindingSink {
  private final FindingSink sink;

  protected ForwardingSink(FindingSink sink) {
    this.sink = sink;
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    sink.report(problem, occurrence);
  }

  @Override
  public void waived(Problem problem, Occurrence occurrence, Waiver waiver) {
    sink.waived(problem, occurrence, waiver);
  }

  @Override
  public void notRun(String rule, String why) {
    sink.notRun(rule, why);
  }

  @Override
  public void notRun(String rule, String why, long rows) {
    sink.notRun(rule, why, rows);
  }

  @Override
  public void beside(SideBySide comparison) {
    sink.beside(comparison);
  }

  @Override
  public void incomplete() {
    sink.incomplete();
  }
}
