package org.midex.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.midex.model.FindingSink;
import org.midex.model.MessageHead;
import org.midex.schema.Field;
import org.midex.schema.Nearest;
import org.midex.schema.RowType;
import org.midex.tabular.internal.Layout.Format;
import org.midex.tabular.internal.export.RowSink;

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
   * @throws IllegalArgumentException when the mapping's theme has no such attribute, or no table of
   *     this layout can be written at all
   */
  public SourceLayout(Mapping mapping, List<Omission> omissions) {
    this.mapping = mapping;
    this.omissions = List.copyOf(omissions);
    omissions.forEach(this::requireAttribute);
    requireHeadings();
  }

  private void requireAttribute(Omission omission) {
    RowType theme = mapping.theme();
    List<String> known =
        Stream.concat(theme.fields().stream(), theme.datasetFields().stream())
            .filter(f -> f.role() == Field.Role.ATTRIBUTE)
            .map(Field::name)
            .toList();
    String name = omission.field();
    if (!known.contains(name)) {
      String meant = Nearest.of(name, known).map(n -> "; did you mean " + n + "?").orElse("");
      throw new IllegalArgumentException(theme + " has no attribute " + name + meant);
    }
  }

  private void requireHeadings() {
    RowSink sink = RowSink.of(OutputStream.nullOutputStream(), mapping.layout());
    for (String heading : mapping.plan().headings()) {
      String obstacle = sink.obstacle(heading);
      if (obstacle != null) {
        throw new IllegalArgumentException("the heading '" + heading + "': " + obstacle);
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
