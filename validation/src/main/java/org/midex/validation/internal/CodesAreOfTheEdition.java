package org.midex.validation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** MDX-V54: codes of open lists are in the edition that the header names. */
final class CodesAreOfTheEdition implements RowRule {
  static final String RULE = "MDX-V54";

  private final String edition;
  private final Reporter reporter;
  private final List<Later> fields = new ArrayList<>();

  /** Codes of one field that came with a later edition. */
  private record Later(Field field, Problem problem, BitSet codes) {}

  CodesAreOfTheEdition(Catalogue catalogue, MessageHead head, RowType type, Reporter reporter) {
    this.edition = head.header().first("Edition").orElse("");
    this.reporter = reporter;
    catalogue.edition().known().stream()
        .filter(known -> known.toString().equals(edition))
        .filter(known -> !known.equals(catalogue.edition().date()))
        .findFirst()
        .ifPresent(named -> compare(catalogue, named, type));
  }

  private void compare(Catalogue catalogue, LocalDate named, RowType type) {
    Catalogue older = catalogue.at(named);
    for (Field field : type.fields()) {
      CodeList list = field.type().list();
      if (list != null && list.open()) {
        CodeList then = older.findCodeList(list.id()).orElse(null);
        BitSet later = new BitSet();
        for (Code code : list.codes()) {
          boolean own = catalogue.extension().filter(e -> e.owns(code.id())).isPresent();
          if (then != null && then.indexOf(code.id()) < 0 && !own) {
            later.set(code.index());
          }
        }
        if (!later.isEmpty()) {
          Problem problem = new Problem(RULE, field.name(), Map.of("list", list.id()));
          fields.add(new Later(field, problem, later));
        }
      }
    }
  }

  /** Whether there is anything to judge. */
  boolean judgesAnything() {
    return !fields.isEmpty();
  }

  @Override
  public void narrow(Scope scope) {
    fields.forEach(
        later -> scope.with(later.field(), code -> code >= 0 && later.codes().get(code)));
  }

  @Override
  public void check(RowView row) {
    for (int i = 0; i < fields.size(); i++) {
      Later later = fields.get(i);
      int code = row.code(later.field().slot());
      if (code >= 0 && later.codes().get(code)) {
        String text = Objects.requireNonNull(row.text(later.field().slot()));
        reporter.onRow(later.problem(), text, () -> Map.of("edition", edition));
      }
    }
  }
}
