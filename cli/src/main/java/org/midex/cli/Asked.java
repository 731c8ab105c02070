package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Nearest;
import org.midex.schema.Rule;
import picocli.CommandLine.ParameterException;

/**
 * Things of the catalogue by the ids that people type; what does not exist is wrong usage and names
 * the nearest.
 */
final class Asked {
  private Asked() {}

  static CodeList list(Catalogue catalogue, String id, Job job) {
    return catalogue
        .findCodeList(id)
        .orElseThrow(() -> unknown("code list", id, catalogue.codeListIds(), job));
  }

  /** Every id that can be explained. */
  static List<String> ids(Catalogue catalogue) {
    List<String> ids = new ArrayList<>(catalogue.themeIds());
    ids.addAll(catalogue.codeListIds());
    catalogue.concepts().stream().map(Concept::id).forEach(ids::add);
    catalogue.rules().stream().map(Rule::id).forEach(ids::add);
    return ids;
  }

  static ParameterException unknown(String what, String id, List<String> known, Job job) {
    return job.usage(
        "no "
            + what
            + " '"
            + id
            + "'"
            + Nearest.of(id, known).map(n -> "; did you mean " + n + "?").orElse(""));
  }
}
