package org.midex.report.baseline;

import org.jspecify.annotations.Nullable;
import org.midex.model.Problem;
import org.midex.report.internal.ResultJson;
import org.midex.report.wording.Plain;

/** A rule and a field, as reports write them. */
record Kind(String rule, @Nullable String field) {
  static Kind of(Problem problem) {
    String field = problem.field();
    return new Kind(problem.rule(), field == null ? null : Plain.clip(field, ResultJson.LONGEST));
  }
}
