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
import org.midex.validation.internal.KeyCheck;
import org.midex.validation.internal.KeyTable;
import org.midex.validation.internal.Keys;
import org.midex.validation.internal.Parameters;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.Rounding;

/** MDX-V38: in a public message a suppressed figure cannot be computed from the others. */
public final class SuppressedIsHidden implements KeyCheck.Watching {
  public static final String RULE = "MDX-V38";

  /** Terms of a sum that are shown. */
  private static final int SHOWN = 12;

  private final RowType type;
  private final KeyTable table;
  private final Rounding rounding;
  private final SuppressedCells cells;
  private final PeopleRows people;
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
      Keys keys,
      Periods periods,
      Rounding rounding,
      Reporter reporter) {
    this.type = type;
    this.table = keys.table();
    this.rounding = rounding;
    this.cells = new SuppressedCells(type);
    Set<String> exempt = Parameters.words(catalogue.rule(RULE), "exempt");
    this.people = new PeopleRows(type, head, exempt);
    this.reporter = reporter;
    for (Check check : checks) {
      switch (check.kind()) {
        case SUM -> sources.add(new DeclaredSums(check, type, keys.hash(), cells));
        case TILES -> sources.add(new TileSums(check, type, keys.hash(), cells));
        case MEMBERS -> sources.add(new MemberSums(catalogue, check, type, keys, periods, cells));
        default -> {} // says nothing of what adds up
      }
    }
  }

  /** Whether there can be anything to hide. */
  public boolean judgesAnything() {
    return people.any() && !sources.isEmpty();
  }

  @Override
  public void seen(RowView row, int entry) {
    for (int i = 0; i < sources.size(); i++) {
      sources.get(i).seen(row);
    }
    if (cells.isSuppressed(row) && people.holds(row) && !cells.add(row, entry)) {
      reporter.notRun(RULE, "limit");
    }
  }

  @Override
  public void finish() {
    if (cells.size() == 0) {
      return;
    }
    if (!rounding.known()) {
      for (int cell = 0; cell < cells.size(); cell++) {
        reporter.notRun(RULE, "headerMissing");
      }
      return;
    }
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
        report(cell, recovery);
      }
    }
  }

  private void report(int cell, Recovery recovery) {
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
                        .map(equation -> terms(cell, equation, recovery))
                        .collect(Collectors.joining("; "))));
  }

  /** All terms of a sum but the cell's own. */
  private String terms(int cell, Equation equation, Recovery recovery) {
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
