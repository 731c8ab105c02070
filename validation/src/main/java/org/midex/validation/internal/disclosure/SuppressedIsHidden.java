package org.midex.validation.internal.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.RowType;
import org.midex.validation.internal.Parameters;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.Rounding;
import org.midex.validation.internal.keys.KeyHash;
import org.midex.validation.internal.keys.KeyTable;
import org.midex.validation.internal.keys.KeyedRow;
import org.midex.validation.internal.keys.RowGatherer;

/** MDX-V38: in a public message a suppressed figure cannot be computed from the others. */
public final class SuppressedIsHidden implements RowGatherer {
  public static final String RULE = "MDX-V38";

  /** Terms of a sum that are shown. */
  private static final int SHOWN = 12;

  private final RowType type;
  private final Rounding rounding;
  private final SuppressedCells cells;
  private final PeopleRows people;
  private final CellRows rows;
  private final List<Equations.Source> sources = new ArrayList<>();
  private final Reporter reporter;

  /**
   * @param checks the theme's, of which those are used that say what adds up to what
   */
  public SuppressedIsHidden(
      Catalogue catalogue,
      List<Check> checks,
      RowType type,
      MessageHead head,
      KeyHash hash,
      Periods periods,
      Rounding rounding,
      Reporter reporter) {
    this.type = type;
    this.rounding = rounding;
    this.cells = new SuppressedCells(type, hash);
    Set<String> exempt = Parameters.words(catalogue.rule(RULE), "exempt");
    this.people = new PeopleRows(type, head, exempt);
    this.reporter = reporter;
    this.rows = new CellRows(hash, cells);
    for (Check check : checks) {
      switch (check.kind()) {
        case SUM -> sources.add(new DeclaredSums(check, type, hash, cells));
        case TILES -> sources.add(new TileSums(check, type, hash, cells));
        case MEMBERS -> sources.add(new MemberSums(catalogue, check, type, hash, periods, cells));
        default -> {
          continue; // says nothing of what adds up
        }
      }
      rows.addDimension(type.field(check.dimensions().get(0)));
    }
  }

  /** Whether there can be anything to hide. */
  public boolean judgesAnything() {
    return people.any() && !sources.isEmpty();
  }

  @Override
  public void see(RowView row, KeyedRow key) {
    if (cells.isSuppressed(row) && people.holds(row) && !cells.add(row, key)) {
      reporter.notRun(RULE, "limit");
    }
  }

  @Override
  public boolean needsRows() {
    return cells.size() > 0;
  }

  @Override
  public void gather(KeyedRow row) {
    if (rows.add(row)) {
      sources.forEach(source -> source.seen(row));
    }
  }

  @Override
  public void judge() {
    if (!rounding.known() || !rows.areComplete()) {
      for (int cell = 0; cell < cells.size(); cell++) {
        reporter.notRun(RULE, rounding.known() ? "limit" : "headerMissing");
      }
      return;
    }
    KeyTable table = rows.table();
    cells.settle(table);
    Equations equations = new Equations(table, cells);
    for (int cell = 0; cell < cells.size(); cell++) {
      if (equations.exhausted()) {
        reporter.notRun(RULE, "limit");
      }
      for (int i = 0; i < sources.size() && !equations.exhausted(); i++) {
        sources.get(i).find(cell, equations);
      }
    }
    Recovery recovery =
        new Recovery(cells, table, rounding, type.theme().negative(), equations.all());
    recovery.run();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (recovery.isRecovered(cell)) {
        report(cell, recovery, table);
      }
    }
  }

  private void report(int cell, Recovery recovery, KeyTable table) {
    List<Equation> shownBy = recovery.shownBy(cell);
    Equation first = shownBy.get(0);
    String code = first.list().code(cells.code(cell, first.dimension().slot())).id();
    reporter.onRecord(
        table.record(cells.entry(cell)),
        Problem.of(RULE, first.dimension().name()),
        code,
        () ->
            Map.of(
                "expected", range(cell, recovery),
                "how",
                    shownBy.stream()
                        .map(equation -> terms(cell, equation, recovery, table))
                        .collect(Collectors.joining("; "))));
  }

  /** All terms of a sum but the cell's own. */
  private String terms(int cell, Equation equation, Recovery recovery, KeyTable table) {
    StringJoiner terms = new StringJoiner(", ");
    int shown = 0;
    for (int i = 0; i < equation.size(); i++) {
      int entry = equation.entry(i);
      if (entry == cells.entry(cell)) {
        continue;
      }
      if (shown++ == SHOWN) {
        return terms.add("…").toString();
      }
      String code = equation.code(i).id();
      int other = cells.find(entry);
      terms.add(
          other < 0
              ? code + " = " + text(table.figure(entry))
              : "[" + code + " = " + range(other, recovery) + "]");
    }
    return terms.toString();
  }

  private String range(int cell, Recovery recovery) {
    String least = text(recovery.least(cell));
    return recovery.least(cell) == recovery.most(cell)
        ? least
        : least + "–" + (recovery.most(cell) >= Recovery.OPEN ? "" : text(recovery.most(cell)));
  }

  private String text(long number) {
    return rounding.text(BigInteger.valueOf(number));
  }
}
