package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.midex.report.wording.Figures;
import org.midex.report.wording.Plain;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.schema.RowType;
import org.midex.schema.Texts;
import org.midex.schema.publish.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the standard's content. */
@Command(
    description = "List the edition, themes and code lists of the standard.",
    subcommands = {CatalogueCommand.Show.class, CatalogueCommand.Publish.class},
    footerHeading = "%nExample:%n",
    footer = {
      "  midex catalogue show CL_AGE",
      "  midex catalogue publish --catalogue FOLDER -o schemas"
    })
final class CatalogueCommand extends Job {
  @Override
  public Integer call() {
    Catalogue catalogue = main().catalogue();
    Texts texts = main().texts();
    Page page = new Page(out());
    Edition edition = catalogue.edition();
    Map<String, String> release =
        Map.of("standard", edition.standard(), "edition", edition.date().toString());
    page.line(
        texts.ui("catalogue.edition", release)
            + (edition.draft() ? " (" + texts.ui("catalogue.draft") + ")" : ""));
    page.line(texts.ui("catalogue.languages") + "  " + String.join(", ", catalogue.languages()));
    page.line(texts.ui("catalogue.themes"));
    page.table(
        "  ", catalogue.themes().stream().map(t -> List.of(t.id(), texts.themeName(t))).toList());
    page.line(texts.ui("catalogue.lists"));
    page.table("  ", catalogue.codeLists().stream().map(l -> list(l, texts)).toList());
    return Exit.OK;
  }

  private static List<String> list(CodeList list, Texts texts) {
    return List.of(
        list.id(), Figures.of(list.codes().size()), texts.own(list.id()).orElse(list.name()));
  }

  /** Shows one theme or code list in full. */
  @Command(name = "show", description = "Show a theme, or a code list with all its codes.")
  static final class Show extends Job {
    @Parameters(
        paramLabel = "ID",
        completionCandidates = Candidates.Shown.class,
        description = "Such as ASYLUM_APP or CL_AREA.")
    private String asked;

    @Override
    public Integer call() {
      Catalogue catalogue = main().catalogue();
      Texts texts = main().texts();
      Page page = new Page(out());
      Explanation explanation = new Explanation(catalogue, texts, page);
      String id = asked.strip().toUpperCase(Locale.ROOT);
      Optional<RowType> theme = catalogue.findTheme(id);
      Optional<CodeList> list = catalogue.findCodeList(id);
      if (theme.isEmpty() && list.isEmpty()) {
        List<String> known = Asked.ids(catalogue);
        throw Asked.unknown("theme or code list", asked, known, this);
      }
      theme.ifPresent(explanation::theme);
      list.ifPresent(
          l -> {
            explanation.list(l);
            page.line(texts.ui("explain.codes"));
            page.table("  ", l.codes().stream().map(c -> row(l, c, texts)).toList());
          });
      return Exit.OK;
    }

    private static List<String> row(CodeList list, Code code, Texts texts) {
      return List.of(code.id(), texts.name(list, code), aliases(code));
    }

    private static String aliases(Code code) {
      return String.join(
          "; ",
          code.aliases().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> e.getKey() + " " + String.join(" | ", e.getValue()))
              .toList());
    }
  }

  /** Writes what is generated from the catalogue. */
  @Command(
      name = "publish",
      description =
          "Write XML schemas, Avro schemas, SDMX structures and pages of the standard; with --catalogue, of the standard and the extension.")
  static final class Publish extends Job {
    @Option(
        names = {"-o", "--output"},
        required = true,
        paramLabel = "FOLDER",
        description = "Folder to write to; made if it is missing.")
    private Path output;

    @Override
    public Integer call() throws IOException {
      int files = new Publisher(main().catalogue()).write(output);
      Map<String, String> values =
          Map.of("n", Figures.of(files), "folder", Plain.text(output.toString()));
      new Page(out()).line(main().texts().ui("catalogue.published", values));
      return Exit.OK;
    }
  }
}
