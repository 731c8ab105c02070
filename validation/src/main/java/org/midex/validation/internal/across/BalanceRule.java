package org.midex.validation.internal.across;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.model.TimePeriod;
import org.midex.schema.Balance;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.internal.Parameters;
import org.midex.validation.internal.Periods;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.Rounding;

/** Judges a balance that a theme declares, where all its terms are at hand. */
final class BalanceRule implements AcrossRule {
  private final Balance balance;
  private final CommonKey key;
  private final Side stated;
  private final List<Term> terms = new ArrayList<>();
  private final Statuses announced;
  private final int scale;
  private final Slack slack;
  private final Problem problem;
  private final Reporter reporter;
  private final RowType theme;
  private boolean whole = true;

  /** A term and where its figures come from; several messages may hold some of them. */
  private record Term(Balance.Term declared, int sign, List<Side> sides) {}

  /**
   * @param others messages of the same sender
   */
  BalanceRule(
      Catalogue catalogue,
      MessageHead head,
      RowType theme,
      Balance balance,
      List<Companion> others,
      Reporter reporter)
      throws IOException {
    this.balance = balance;
    this.theme = theme;
    this.key = new CommonKey(theme, balance.dimensions(), false);
    this.reporter = reporter;
    this.announced =
        new Statuses(theme, Parameters.words(catalogue.rule(balance.rule()), "announced"));
    this.problem = Problem.of(balance.rule(), theme.measure().orElseThrow().name());
    this.scale = scale(theme, others);
    this.stated = side(head, theme, key.own(), balance.where());
    this.slack = Slack.of(catalogue.rule(balance.rule()), stated.scale());
    for (Balance.Term term : balance.plus()) {
      terms.add(term(term, 1, head, others));
    }
    for (Balance.Term term : balance.minus()) {
      terms.add(term(term, -1, head, others));
    }
  }

  /** Whether any of the messages, or the one that is judged, can have a term's figures. */
  static boolean canJudge(RowType theme, Balance balance, List<Companion> others) {
    return Stream.of(balance.plus(), balance.minus())
        .flatMap(List::stream)
        .allMatch(
            term ->
                term.theme().equals(theme.id())
                    || others.stream().anyMatch(o -> isOf(o, term.theme())));
  }

  private static boolean isOf(Companion companion, String theme) {
    RowType type = companion.head().type();
    return type != null && type.id().equals(theme);
  }

  /** The finest scale of all figures. */
  private static int scale(RowType theme, List<Companion> others) {
    return Stream.concat(Stream.of(theme), others.stream().map(o -> o.head().type()))
        .filter(type -> type != null && type.kind() == RowType.Kind.OBSERVATION)
        .mapToInt(type -> Side.scale(type))
        .max()
        .orElse(0);
  }

  private Side side(
      MessageHead head,
      RowType of,
      Map<String, String> dimensions,
      Map<String, List<String>> where) {
    return new Side(head, of, new Projection(key, of, dimensions, where), scale);
  }

  private Term term(Balance.Term declared, int sign, MessageHead head, List<Companion> others)
      throws IOException {
    List<Side> sides = new ArrayList<>();
    if (declared.theme().equals(theme.id())) {
      sides.add(side(head, theme, declared.dimensions(), declared.where()));
    }
    for (Companion other : others) {
      RowType type = other.head().type();
      if (type != null && isOf(other, declared.theme())) {
        Side side = side(other.head(), type, declared.dimensions(), declared.where());
        whole &= side.read(other);
        sides.add(side);
      }
    }
    return new Term(declared, sign, sides);
  }

  @Override
  public void row(RowView row, long record) {
    if (!announced.holds(row) && stated.sees(row)) {
      stated.add(row, record);
    }
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (term.declared.theme().equals(theme.id()) && term.sides.get(0).sees(row)) {
        term.sides.get(0).add(row, record);
      }
    }
  }

  @Override
  public void breakOff() {
    reporter.notRun(balance.rule(), BROKEN_OFF);
  }

  @Override
  public void finish() {
    boolean known =
        stated.rounding().known()
            && terms.stream().flatMap(t -> t.sides.stream()).allMatch(s -> s.rounding().known());
    if (!whole || !known) {
      reporter.notRun(balance.rule(), whole ? "headerMissing" : "otherUnreadable");
      return;
    }
    if (Stream.concat(Stream.of(stated), terms.stream().flatMap(t -> t.sides.stream()))
        .anyMatch(s -> !s.figures().areExact())) {
      reporter.notRun(balance.rule(), "tooLarge");
      return;
    }
    stated.figures().forEach(this::judge);
  }

  private void judge(int at) {
    Figures figures = stated.figures();
    BigInteger made = BigInteger.ZERO;
    BigInteger tolerance = BigInteger.valueOf(stated.tolerance(at));
    StringBuilder words = new StringBuilder();
    for (Term term : terms) {
      Side side = null;
      int found = -1;
      for (Side candidate : term.sides) {
        int there = find(candidate, term, at);
        if (there >= 0) {
          side = candidate;
          found = there;
          break;
        }
      }
      if (side == null) {
        return;
      }
      BigInteger figure = BigInteger.valueOf(side.figures().sum(found));
      made = term.sign > 0 ? made.add(figure) : made.subtract(figure);
      tolerance = tolerance.add(BigInteger.valueOf(side.tolerance(found)));
      words.append(words.isEmpty() ? "" : term.sign > 0 ? " + " : " − ");
      words.append(term.declared.theme());
      if (term.declared.before()) {
        words.append(' ').append(TimePeriod.of(side.figures().period(found)));
      }
      words.append(' ').append(new BigDecimal(figure, side.scale()).toPlainString());
    }
    BigInteger difference = BigInteger.valueOf(figures.sum(at)).subtract(made);
    if (balance.relation() == Balance.Relation.AT_MOST && difference.signum() < 0) {
      return;
    }
    if (slack.isBeyond(difference.abs(), tolerance, figures.sum(at))) {
      report(at, words.toString(), made, difference.abs(), tolerance);
    }
  }

  private int find(Side side, Term term, int at) {
    Figures figures = stated.figures();
    long hi = figures.hi(at);
    long lo = figures.lo(at);
    if (term.declared.before()) {
      long now = figures.period(at);
      long before = Periods.before(now);
      if (before < 0) {
        return -1;
      }
      hi += key.hiOfPeriod(before) - key.hiOfPeriod(now);
      lo += key.loOfPeriod(before) - key.loOfPeriod(now);
    }
    return side.figures().find(hi, lo);
  }

  private void report(
      int at, String words, BigInteger made, BigInteger difference, BigInteger tolerance) {
    Rounding rounding = stated.rounding();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("found", rounding.text(BigInteger.valueOf(stated.figures().sum(at))));
    details.put("terms", words);
    details.put("expected", rounding.text(made));
    details.put("difference", rounding.text(difference));
    details.put("tolerance", rounding.text(tolerance));
    String area =
        Objects.requireNonNull(theme.field(theme.theme().reporter()).type().list())
            .code(stated.figures().reporter(at))
            .id();
    reporter.onRecord(stated.figures().record(at), problem, area, () -> details);
  }
}
