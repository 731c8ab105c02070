package org.midex.tabular.internal.template;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midex.model.Action;
import org.midex.model.Lexical;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.schema.Texts;
import org.midex.tabular.internal.BadTableException;
import org.midex.tabular.internal.CellCheck;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Layout;
import org.midex.tabular.internal.MappingLoader;
import org.midex.tabular.internal.OpenedWorkbook;
import org.midex.tabular.internal.Table;
import org.midex.tabular.internal.Tables;
import org.midex.tabular.internal.template.FilledWorkbook.Data;

/**
 * A filled-in template whose table is about to be read.
 *
 * @param parts the template as a mapping
 * @param header what stands beside the table
 * @param table at its top
 * @param merges ranges of the table's cells that are merged
 */
public record TemplateFile(
    MappingLoader.Parts parts, FilledHeader header, Table table, List<String> merges) {

  /** The check of the table's cells. */
  public CellCheck.Factory checks() {
    Merges merged = new Merges(merges);
    return (table, findings) -> new SpreadsheetCheck(table, findings, merged);
  }

  /** The marker in the bytes; empty when they are no template, or cannot be read. */
  public static Optional<Marker> find(BufferedInputStream in) throws IOException {
    if (!Tables.isZip(in)) {
      return Optional.ofNullable(FilledCsv.of(in)).map(FilledCsv::marker);
    }
    try (OpenedWorkbook workbook = OpenedWorkbook.copy(in)) {
      return Optional.ofNullable(FilledWorkbook.header(workbook))
          .map(FilledWorkbook.Header::marker);
    }
  }

  /**
   * Opens the template in the bytes. What is wrong beside the table is reported.
   *
   * @throws BadTableException when they are none, or it is of an unknown theme or kind
   */
  public static TemplateFile open(BufferedInputStream in, Catalogue catalogue, Findings findings)
      throws IOException {
    if (!Tables.isZip(in)) {
      return csv(in, catalogue, findings);
    }
    OpenedWorkbook workbook = OpenedWorkbook.copy(in);
    try {
      return workbook(workbook, catalogue, findings);
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static TemplateFile workbook(
      OpenedWorkbook workbook, Catalogue catalogue, Findings findings) throws IOException {
    FilledWorkbook.Header found = FilledWorkbook.header(workbook);
    if (found == null) {
      throw noTemplate();
    }
    RowType theme = theme(found.marker(), catalogue, findings);
    Texts texts = catalogue.texts(found.marker().language());
    ChoiceBook choices = new ChoiceBook(catalogue, texts.language());
    Data data = FilledWorkbook.data(workbook, theme, texts.ui("template.sheet.data"), findings);
    FilledHeader header =
        new HeaderSheetReader(
                catalogue, theme, texts, choices, workbook.table(found.sheet()), findings)
            .read();
    Layout layout =
        new Layout(
            Layout.Format.XLSX,
            data.sheet(),
            java.nio.charset.StandardCharsets.UTF_8,
            ',',
            '"',
            data.row(),
            List.of());
    return new TemplateFile(
        TemplatePlan.of(theme, choices, layout, data.ids(), header, texts),
        header,
        workbook.onlyTable(data.sheet()),
        workbook.merged(data.sheet()));
  }

  private static TemplateFile csv(BufferedInputStream in, Catalogue catalogue, Findings findings)
      throws IOException {
    FilledCsv file = FilledCsv.of(in);
    if (file == null) {
      throw noTemplate();
    }
    RowType theme = theme(file.marker(), catalogue, findings);
    Texts texts = catalogue.texts(file.marker().language());
    ChoiceBook choices = new ChoiceBook(catalogue, texts.language());
    FilledHeader header = header(theme, file.marker());
    return new TemplateFile(
        TemplatePlan.of(theme, choices, file.layout(), file.ids(), header, texts),
        header,
        new FilledCsv.Rows(Tables.open(in, file.layout()), file.ids().size()),
        List.of());
  }

  private static BadTableException noTemplate() {
    return new BadTableException("The file is no template of MIDEX");
  }

  private static RowType theme(Marker marker, Catalogue catalogue, Findings findings)
      throws BadTableException {
    if (marker.version() > Marker.VERSION) {
      throw new BadTableException(
          "The template is of a newer kind (%d); this program knows %d"
              .formatted(marker.version(), Marker.VERSION));
    }
    String known = catalogue.edition().date().toString();
    if (marker.edition().isAfter(catalogue.edition().date())) {
      findings.file("MDX-I33", marker.edition().toString(), Map.of("known", known));
      findings.incomplete();
    }
    return catalogue
        .findTheme(marker.theme())
        .orElseThrow(
            () ->
                new BadTableException(
                    "The template is of the theme %s, which the catalogue of %s does not have%s"
                        .formatted(
                            marker.theme(),
                            known,
                            Nearest.of(marker.theme(), catalogue.themeIds())
                                .map(n -> "; did you mean " + n + "?")
                                .orElse(""))));
  }

  /** A CSV template's marker says what a workbook has on its header sheet. */
  private static FilledHeader header(RowType theme, Marker marker) throws BadTableException {
    Map<String, String> dataset = new HashMap<>();
    Map<Field, String> defaults = new HashMap<>();
    for (Map.Entry<String, String> constant : marker.constants().entrySet()) {
      Field field = TemplateFields.constant(theme, constant.getKey()).orElse(null);
      if (field == null || !Lexical.matches(field.type(), constant.getValue())) {
        throw new BadTableException(
            "The first line says %s=%s, which %s does not have"
                .formatted(constant.getKey(), constant.getValue(), theme.id()));
      }
      if (field.isKey()) {
        defaults.put(field, constant.getValue());
      } else {
        dataset.put(field.name(), constant.getValue());
      }
    }
    return new FilledHeader(
        Node.group("Header", List.of()), Action.APPEND, dataset, defaults, Map.of(), true);
  }
}
