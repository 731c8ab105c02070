package org.midex.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.RowType;
import org.midex.schema.Rule;
import org.midex.validation.VendorRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a rule, theme, code list or concept. */
@Command(
    description = "Explain a rule, theme, code list or concept.",
    footerHeading = "%nExamples:%n",
    footer = {"  midex explain MDX-V01", "  midex explain ASYLUM_APP --lang fr"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:explained",
      "2:wrong usage, or nothing has this id",
      "3:could not be completed"
    })
final class ExplainCommand extends Job {
  @Parameters(
      paramLabel = "ID",
      completionCandidates = Candidates.Explained.class,
      description = "Such as MDX-V01, ASYLUM_APP, CL_AREA or CITIZENSHIP.")
  private String asked;

  @Mixin private final VendorOptions vendors = new VendorOptions();

  @Override
  public Integer call() throws IOException {
    VendorRules found = vendors.load(this);
    try (found) {
      return explain();
    }
  }

  private int explain() {
    Catalogue catalogue = main().catalogue();
    Explanation explanation = new Explanation(catalogue, main().texts(), new Page(out()));
    String id = asked.strip().toUpperCase(Locale.ROOT);
    Optional<Rule> rule = catalogue.findRule(id);
    Optional<RowType> theme = catalogue.findTheme(id);
    Optional<CodeList> list = catalogue.findCodeList(id);
    Optional<Concept> concept = catalogue.concept(id);
    rule.ifPresent(explanation::rule);
    theme.ifPresent(explanation::theme);
    list.ifPresent(explanation::list);
    concept.ifPresent(explanation::concept);
    if (rule.isEmpty() && theme.isEmpty() && list.isEmpty() && concept.isEmpty()) {
      throw Asked.unknown("rule, theme, code list or concept", asked, Asked.ids(catalogue), this);
    }
    return Exit.OK;
  }
}
