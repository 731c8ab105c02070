package org.midex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.report.wording.Figures;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.CodeSearch;
import org.midex.schema.CodeSearch.Hit;
import org.midex.schema.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds codes. */
@Command(
    description = "Find codes by code, by another scheme's code, or by name in any language.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex codes austria",
      "  midex codes AUS                  Australia in ISO, Austria in UNHCR",
      "  midex codes --list CL_SEX        the whole list"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:found",
      "1:nothing found",
      "2:wrong usage, unknown list",
      "3:could not be completed"
    })
final class CodesCommand extends Job {
  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description = "Code or name, or a part of the name.")
  private List<String> words = List.of();

  @Option(
      names = "--list",
      paramLabel = "LIST",
      completionCandidates = Candidates.Lists.class,
      description = "Look in this code list only, such as CL_AREA.")
  private @Nullable String listId;

  @Option(
      names = "--all",
      description = "Codes whose name only holds the text, too, when others match exactly.")
  private boolean all;

  @Override
  public Integer call() {
    CodeList list = list();
    String asked = String.join(" ", words).strip();
    if (asked.isEmpty()) {
      if (list == null) {
        throw usage("TEXT or --list is missing");
      }
      new Page(out()).table("", list.codes().stream().map(c -> row(list, c, "")).toList());
      return Exit.OK;
    }
    return print(asked, new CodeSearch(main().catalogue()).find(asked, list));
  }

  private @Nullable CodeList list() {
    String id = listId;
    return id == null ? null : Asked.list(main().catalogue(), id, this);
  }

  private int print(String asked, List<Hit> hits) {
    Texts texts = main().texts();
    List<Hit> exact = hits.stream().filter(Hit::exact).toList();
    List<Hit> shown = all || exact.isEmpty() ? hits : exact;
    new Page(out())
        .table("", shown.stream().map(h -> row(h.list(), h.code(), how(h, asked))).toList());
    if (shown.isEmpty()) {
      new Page(err()).line(texts.ui("codes.none", Map.of("query", asked)));
      return Exit.NOT_CONFORMANT;
    }
    if (shown.size() < hits.size() && !main().quiet()) {
      new Page(err())
          .line(texts.ui("codes.more", Map.of("n", Figures.of(hits.size() - shown.size()))));
    }
    return Exit.OK;
  }

  /** How the code matched: as itself, or as the code of other schemes. */
  private String how(Hit hit, String asked) {
    List<String> how = new ArrayList<>();
    if (hit.match() == CodeSearch.Match.CODE) {
      how.add(main().texts().ui("codes.own"));
    }
    if (!hit.schemes().isEmpty()) {
      how.add(String.join(", ", hit.schemes()) + " " + asked);
    }
    return String.join("; ", how);
  }

  private List<String> row(CodeList list, Code code, String how) {
    Texts texts = main().texts();
    List<String> notes = new ArrayList<>();
    if (!how.isEmpty()) {
      notes.add(how);
    }
    if (code.validTo() != null) {
      notes.add(texts.ui("codes.until", Map.of("date", code.validTo())));
    }
    if (code.aggregate()) {
      notes.add(texts.ui("codes.aggregate"));
    }
    if (code.provisional()) {
      notes.add(texts.ui("codes.provisional"));
    }
    return List.of(code.id(), texts.name(list, code), list.id(), String.join("; ", notes));
  }
}
