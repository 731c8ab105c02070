package org.midex.conformance.run;

import org.midex.conformance.wording.Wording;

/** What came of a vector. */
public enum Status {
  /** Every answer is right. */
  PASS("pass", true),

  /** An answer is wrong, or something is skipped that is claimed. */
  FAIL("fail", false),

  /** There is no answer: it crashed, hung, or failed by its own fault. */
  ERROR("error", false),

  /** Not claimed. */
  SKIP("skip", true),

  /** Wrong, as the list of expected failures says. */
  EXPECTED_FAILURE("expected failure", true),

  /** Right, although the list of expected failures says otherwise. */
  UNEXPECTED_PASS("unexpected pass", false);

  private final String text;
  private final boolean fine;

  Status(String text, boolean fine) {
    this.text = text;
    this.fine = fine;
  }

  /** Whether a run with it can be a success. */
  public boolean isFine() {
    return fine;
  }

  /** For people, in their language. */
  public String in(Wording wording) {
    return wording.text("conformance.status." + name());
  }

  /** For programs that read reports. */
  @Override
  public String toString() {
    return text;
  }
}
