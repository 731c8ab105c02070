package org.midex.validation.internal.across;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.internal.Reporter;

/**
 * Compares a message's figures with the other side's. A difference is split into what the declared
 * rounding explains, what definitions may explain (each side's figure lies between its narrowest
 * and its widest meaning), and the rest.
 */
final class Mirror implements AcrossRule {
  static final String GAP = "MDX-V35";

  private final Companion companion;
  private final Side here;
  private final Side there;
  private final CodeList reporters;
  private final Problem problem;
  private final Reporter reporter;
  private final boolean whole;
  private final Slack slack;
  private final Account account;

  Mirror(
      Catalogue catalogue,
      MessageHead head,
      RowType theme,
      RowType.Mirror mirror,
      Companion companion,
      Reporter reporter)
      throws IOException {
    RowType partner = Objects.requireNonNull(companion.head().type());
    CommonKey key =
        new CommonKey(
            theme,
            List.copyOf(mirror.dimensions().keySet()),
            theme.theme().stock() && partner.theme().stock());
    int scale = Math.max(Side.scale(theme), Side.scale(partner));
    RowType.Mirror back = back(theme, mirror, partner);
    this.here =
        new Side(
            head,
            theme,
            new Projection(
                key, theme, key.own(), Map.of(), mirror.where(), mirror.also(), mirror.without()),
            scale);
    this.there =
        new Side(
            companion.head(),
            partner,
            new Projection(
                key,
                partner,
                mirror.dimensions(),
                turned(mirror),
                mirror.there(),
                back == null ? Map.of() : back.also(),
                back == null ? Map.of() : back.without()),
            scale);
    this.companion = companion;
    this.reporter = reporter;
    this.reporters = Objects.requireNonNull(theme.field(theme.theme().reporter()).type().list());
    this.problem = Problem.of(GAP, theme.measure().orElseThrow().name());
    this.slack = Slack.of(catalogue.rule(GAP), here.scale());
    this.whole = there.read(companion);
    this.account = new Account(companion.name(), partner.id(), here.scale());
  }

  private static RowType.@Nullable Mirror back(
      RowType theme, RowType.Mirror mirror, RowType partner) {
    return partner.theme().mirrors().stream()
        .filter(m -> m.theme().equals(theme.id()))
        .filter(
            m ->
                mirror.dimensions().entrySet().stream()
                    .allMatch(e -> e.getKey().equals(m.dimensions().get(e.getValue()))))
        .findFirst()
        .orElse(null);
  }

  /** By the partner's dimension, its codes to ours. */
  private static Map<String, Map<String, String>> turned(RowType.Mirror mirror) {
    Map<String, Map<String, String>> turned = new LinkedHashMap<>();
    mirror
        .codes()
        .forEach(
            (dimension, codes) -> {
              Map<String, String> back = new LinkedHashMap<>();
              codes.forEach((own, other) -> back.put(other, own));
              turned.put(Objects.requireNonNull(mirror.dimensions().get(dimension)), back);
            });
    return turned;
  }

  @Override
  public void row(RowView row, long record) {
    if (here.sees(row)) {
      here.add(row, record);
    }
  }

  @Override
  public void breakOff() {
    reporter.notRun(GAP, BROKEN_OFF);
  }

  @Override
  public void finish() {
    if (!whole) {
      reporter.notRun(GAP, "otherUnreadable");
      return;
    }
    if (!here.rounding().known() || !there.rounding().known()) {
      reporter.notRun(GAP, "headerMissing");
      return;
    }
    Figures ours = here.figures();
    Figures theirs = there.figures();
    if (!ours.areExact() || !theirs.areExact()) {
      reporter.notRun(GAP, "tooLarge");
      return;
    }
    ours.forEach(
        at -> {
          int other = theirs.find(ours.hi(at), ours.lo(at));
          if (other >= 0) {
            judge(at, other);
          } else {
            account.onlyHere(ours.sum(at), !there.covers(ours, at));
          }
        });
    theirs.forEach(
        at -> {
          if (ours.find(theirs.hi(at), theirs.lo(at)) < 0) {
            account.onlyThere(theirs.sum(at), !here.covers(theirs, at));
          }
        });
    reporter.beside(account.result());
  }

  private void judge(int at, int other) {
    long x = here.figures().sum(at);
    long y = there.figures().sum(other);
    long difference = Math.abs(Figures.minus(x, y));
    long gap =
        Math.max(
            0,
            Math.max(
                Figures.minus(here.least(at), there.most(other)),
                Figures.minus(there.least(other), here.most(at))));
    long tolerance = here.tolerance(at) + there.tolerance(other);
    long rounding = Math.min(difference, tolerance);
    long rest = Math.max(0, gap - tolerance);
    long definitions = difference - rounding - rest;
    account.pair(x, y, rounding, definitions, rest);
    long larger = Math.max(Math.abs(x), Math.abs(y));
    if (slack.isBeyond(BigInteger.valueOf(rest), BigInteger.ZERO, larger)) {
      reporter.onRecord(
          here.figures().record(at),
          problem,
          reporters.code(here.figures().reporter(at)).id(),
          () -> details(x, y, rounding, definitions, rest, larger));
    }
  }

  private Map<String, String> details(
      long x, long y, long rounding, long definitions, long rest, long larger) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("here", text(x));
    details.put("there", text(y));
    details.put("file", companion.name());
    details.put("difference", text(Math.abs(Figures.minus(x, y))));
    details.put("rounding", text(rounding));
    details.put("definitions", text(definitions));
    details.put("rest", text(rest));
    details.put("percent", Long.toString(Math.round(rest * 100.0 / larger)));
    return details;
  }

  private String text(long number) {
    return BigDecimal.valueOf(number, here.scale()).toPlainString();
  }
}
