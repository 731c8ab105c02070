package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.tabular.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a table for people to fill in. */
@Command(
    description = {
      "Write a workbook or CSV file of a theme to be filled in; midex import and midex validate read it without a mapping.",
      "The workbook has drop-downs, text cells, the codes explained, and the header of the message."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex template ASYLUM_APP -o asylum.xlsx --lang fr",
      "  midex template ASYLUM_APP -o asylum.xlsx --dimension REF_AREA=AUT --dimension TIME_PERIOD=2024-03",
      "  midex import asylum.xlsx -o asylum.xml"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:written",
      "2:wrong usage, unknown theme, dimension or code",
      "3:could not be completed"
    })
final class TemplateCommand extends Job {
  @Parameters(
      paramLabel = "THEME",
      completionCandidates = Candidates.Themes.class,
      description = "Id of a theme; midex catalogue lists them.")
  private String theme;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "File to write, .xlsx or .csv.")
  private Path output;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Prepared rows, 1 to 100000; drop-downs and text cells go on below them. Default: 500.")
  private int rows = Template.ROWS;

  @Option(
      names = "--dimension",
      paramLabel = "NAME=CODE",
      description =
          "A dimension, period or dataset attribute that is the same in every row: it gets no column. May be repeated.")
  private List<String> dimensions = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    RowType type =
        main()
            .catalogue()
            .findTheme(theme)
            .orElseThrow(() -> Asked.unknown("theme", theme, main().catalogue().themeIds(), this));
    if (rows < 1 || rows > Template.MAX_ROWS) {
      throw usage("--rows: expected 1 to " + Template.MAX_ROWS + ", found " + rows);
    }
    String name = output.toString();
    if (!name.endsWith(".xlsx") && !name.endsWith(".csv")) {
      throw usage("-o " + output + ": the name must end in .xlsx or .csv");
    }
    Map<String, String> constants = constants(type);
    main().midex().writeTemplate(new Template(type, main().language(), constants, rows), output);
    if (!main().quiet()) {
      long columns = type.fields().stream().filter(f -> !constants.containsKey(f.name())).count();
      new Page(out())
          .line(
              main()
                  .texts()
                  .ui(
                      "template.written",
                      Map.of("file", name, "theme", type.id(), "columns", Long.toString(columns))));
    }
    return Exit.OK;
  }

  private Map<String, String> constants(RowType type) {
    Map<String, String> constants = new LinkedHashMap<>();
    List<Field> possible = Template.possibleConstants(type);
    for (String dimension : dimensions) {
      int equals = dimension.indexOf('=');
      if (equals < 1) {
        throw usage("--dimension: expected NAME=CODE, found '" + dimension + "'");
      }
      String name = dimension.substring(0, equals);
      String value = dimension.substring(equals + 1);
      Field field =
          possible.stream()
              .filter(f -> f.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      Asked.unknown(
                          "dimension", name, possible.stream().map(Field::name).toList(), this));
      if (!Template.isValue(field, value)) {
        throw usage(
            "--dimension " + name + ": no value '" + value + "'" + didYouMean(field, value));
      }
      if (constants.put(name, value) != null) {
        throw usage("--dimension " + name + " is given twice");
      }
    }
    return constants;
  }

  private static String didYouMean(Field field, String value) {
    CodeList list = field.type().list();
    return list == null
        ? ""
        : list.suggest(value).map(code -> "; did you mean " + code.id() + "?").orElse("");
  }
}
