package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.ShownRow;
import org.midex.Source;
import org.midex.model.Location;
import org.midex.report.Masking;
import org.midex.report.wording.Figures;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one row of a message. */
@Command(
    description = {
      "Show one observation of a message, also of a huge one, with the names of its codes.",
      "Nothing is judged; in a damaged file the number may be another one's."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  midex show population.xml --record 33188",
      "  midex show population.csv --map unhcr-population --record 12"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "1:there is no such observation, or the file is no message",
      "2:wrong usage",
      "3:could not be completed"
    })
final class ShowCommand extends Job {
  @Parameters(
      paramLabel = "FILE",
      description = "XML or Avro message, or a table with --map; .gz too; - for stdin.")
  private Path file;

  @Option(
      names = "--record",
      paramLabel = "N",
      required = true,
      description = "Number of the observation, from 1.")
  private long record;

  @Option(
      names = "--show-values",
      description =
          "Show values that may tell of a person, such as comments; they are masked otherwise.")
  private boolean showValues;

  @Mixin private final TableOptions tables = new TableOptions();

  @Override
  public Integer call() throws IOException {
    if (record < 1) {
      throw usage("--record counts from 1");
    }
    try (Source source = Inputs.open(file, main())) {
      ShownRow row = main().midex().show(tables.input(source, this), record);
      Page page = new Page(out());
      Location at = row.location();
      if (at == null) {
        Map<String, String> values =
            Map.of(
                "file", source.name(), "n", Figures.of(record), "last", Figures.of(row.number()));
        new Page(err()).line("midex: " + main().texts().ui("show.none", values));
        return Exit.NOT_CONFORMANT;
      }
      page.line(place(source.name(), at));
      fields(page, row);
      return Exit.OK;
    }
  }

  private String place(String name, Location at) {
    Texts texts = main().texts();
    StringBuilder place = new StringBuilder(name);
    if (at.line() > 0) {
      place.append(':').append(at.line()).append(':').append(at.column());
    }
    place.append("   ").append(texts.ui("report.observation", n(at.record())));
    if (at.byteOffset() >= 0) {
      place.append("   ").append(texts.ui("report.byte", n(at.byteOffset())));
    }
    if (at.source() != null) {
      place.append("   ").append(texts.ui("report.source", Map.of("cell", at.source())));
    }
    return place.toString();
  }

  private void fields(Page page, ShownRow row) {
    Masking masking = showValues ? Masking.NOTHING : Masking.personal(main().catalogue());
    List<List<String>> lines = new ArrayList<>();
    boolean masked = false;
    for (Map.Entry<Field, String> sent : row.fields().entrySet()) {
      Field field = sent.getKey();
      boolean hidden = masking.hides(field.name());
      masked |= hidden;
      String value = hidden ? Masking.MASK : sent.getValue();
      lines.add(List.of(field.name(), value, name(field, sent.getValue())));
    }
    String text = row.text();
    if (text != null && !masked) {
      page.paragraph("  ", text.strip());
    }
    page.table("  ", lines);
  }

  /** The name of a code; empty for what is no code of the field's list. */
  private String name(Field field, String value) {
    CodeList list = field.type().list();
    return list == null
        ? ""
        : list.find(value).map(code -> main().texts().name(list, code)).orElse("");
  }

  private static Map<String, String> n(long number) {
    return Map.of("n", Figures.of(number));
  }
}
