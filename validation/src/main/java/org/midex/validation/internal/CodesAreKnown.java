package org.midex.validation.internal;

import java.util.List;
import java.util.Objects;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** MDX-V01, MDX-V02: every code is one of its list. */
final class CodesAreKnown implements RowRule {
  private final List<Field> coded;
  private final UnknownCodes unknown;
  private final Reporter reporter;

  CodesAreKnown(RowType type, UnknownCodes unknown, Reporter reporter) {
    this.coded = type.fields().stream().filter(f -> f.type().list() != null).toList();
    this.unknown = unknown;
    this.reporter = reporter;
  }

  @Override
  public void narrow(Scope scope) {
    coded.forEach(field -> scope.with(field, code -> code == RowView.UNKNOWN));
  }

  @Override
  public void check(RowView row) {
    for (int i = 0; i < coded.size(); i++) {
      Field field = coded.get(i);
      if (row.code(field.slot()) == RowView.UNKNOWN) {
        report(field, Objects.requireNonNull(row.text(field.slot())));
      }
    }
  }

  private void report(Field field, String text) {
    UnknownCodes.Fault fault =
        unknown.fault(field, Objects.requireNonNull(field.type().list()), text);
    reporter.onRow(fault.problem(), text, fault.suggestion(), fault::details);
    if (fault.newer()) {
      reporter.incomplete();
    }
  }
}
