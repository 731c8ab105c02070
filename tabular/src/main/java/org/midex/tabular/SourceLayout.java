package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Layout.Format;

/**
 * The layout of the tables that a mapping reads: encoding, separator, headings in the mapping's
 * order, its spellings of codes, periods, numbers and gaps. Read by the same mapping, such a table
 * gives the observations it was made of; each row is read back before it is written. Columns that
 * the mapping ignores are empty.
 */
public final class SourceLayout implements TableFormat {
  private final Mapping mapping;
  private final List<Omission> omissions;

  /**
   * @param omissions what may be left out without a finding
   * @throws IllegalArgumentException when the mapping's theme has no such attribute
   */
  public SourceLayout(Mapping mapping, List<Omission> omissions) {
    this.mapping = mapping;
    this.omissions = List.copyOf(omissions);
    List<String> known = new ArrayList<>();
    RowType theme = mapping.theme();
    Stream.concat(theme.fields().stream(), theme.datasetFields().stream())
        .filter(f -> f.role() == Field.Role.ATTRIBUTE)
        .forEach(f -> known.add(f.name()));
    for (Omission omission : omissions) {
      if (!known.contains(omission.field())) {
        throw new IllegalArgumentException(
            "%s has no attribute %s%s"
                .formatted(
                    theme,
                    omission.field(),
                    Nearest.of(omission.field(), known)
                        .map(n -> "; did you mean " + n + "?")
                        .orElse("")));
      }
    }
  }

  @Override
  public String extension() {
    return mapping.layout().format() == Format.XLSX ? "xlsx" : "csv";
  }

  @Override
  public TableWriter writer(OutputStream out, MessageHead head, FindingSink sink)
      throws IOException {
    return new MappedWriter(out, head, mapping, omissions, sink);
  }
}
