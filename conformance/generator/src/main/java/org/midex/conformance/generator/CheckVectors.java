package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.midex.schema.Check;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * Every check that a theme declares, broken in one message of the theme and kept in another that
 * differs in a figure or a code for each. The rows of a check stand in a period of their own.
 */
final class CheckVectors implements VectorSource {
  private static final int PART = 10;
  private static final List<String> EFTA = List.of("CHE", "ISL", "LIE", "NOR");

  /** Themes where the rows of one check are looked at by another one too. */
  private static final Set<String> SHARED =
      Set.of("DETENTION_FLOW", "DISP_IDP", "DISP_NEW", "DISP_RETURN", "READMISSION");

  @Override
  public void add(Drafts drafts) {
    for (RowType theme : Message.CATALOGUE.themes()) {
      Map<String, Integer> counts = new TreeMap<>();
      Message broken = message(theme, true, counts);
      if (!counts.isEmpty()) {
        ObjectNode expect = judgement(counts);
        if (!SHARED.contains(theme.id())) {
          expect.set("counts", of(counts));
        }
        drafts.add(draft(theme, counts, "broken", broken, expect));
        Message kept = message(theme, false, new TreeMap<>());
        expect = Json.verdict("conformant").put("rows", kept.rows.size());
        drafts.add(
            draft(theme, counts, "kept", kept, expect)
                .near(counts.keySet().toArray(String[]::new)));
      }
    }
  }

  private static ObjectNode judgement(Map<String, Integer> counts) {
    List<String> rules = List.copyOf(counts.keySet());
    return Json.verdict(ScriptVectors.verdict(rules), rules.toArray(String[]::new));
  }

  private static ObjectNode of(Map<String, Integer> counts) {
    ObjectNode node = Json.of();
    counts.forEach(node::put);
    return node;
  }

  private static Draft draft(
      RowType theme,
      Map<String, Integer> counts,
      String which,
      Message message,
      ObjectNode expect) {
    int checks = counts.values().stream().mapToInt(Integer::intValue).sum();
    String id = "checks-" + theme.id().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + which;
    return new Draft("validator", "themes", id, "CHK-1", "CHK-2", "CHK-3")
        .says(
            theme + ": its " + checks + " checks, each " + which + " once",
            "A validator that leaves out one of the checks of "
                + theme
                + " ("
                + String.join(", ", counts.keySet())
                + ") accepts figures that contradict each other, or refuses sound ones.")
        .syntax("xml")
        .file("message.xml", message.xml().getBytes(UTF_8))
        .step(Json.of("op", "validate", "file", "message.xml"), expect);
  }

  private static Message message(RowType theme, boolean broken, Map<String, Integer> counts) {
    Message message = new Message(theme.id(), "checks " + theme);
    theme.datasetFields().stream()
        .filter(Field::required)
        .forEach(field -> message.attribute(field.name(), theme.theme().units().get(0)));
    List<Check> checks = new ArrayList<>(theme.theme().checks());
    // who is a member depends on the time: these have the latest periods
    checks.sort((a, b) -> Boolean.compare(isOfMembers(b), isOfMembers(a)));
    int place = 0;
    for (Check check : checks) {
      String period = period(theme, place);
      List<Map<String, String>> rows = rows(theme, check, broken);
      if (!rows.isEmpty()) {
        place++;
        counts.merge(check.rule(), 1, Integer::sum);
        for (Map<String, String> row : rows) {
          row.put("TIME_PERIOD", period);
          message.row(row);
        }
      }
    }
    return message;
  }

  private static boolean isOfMembers(Check check) {
    return check.kind() == Check.Kind.MEMBERS;
  }

  private static String period(RowType theme, int place) {
    Field time = theme.time().orElseThrow();
    String year = Integer.toString(2025 - place);
    return year.matches(String.valueOf(time.type().pattern())) ? year : year + "-01";
  }

  private static List<Map<String, String>> rows(RowType theme, Check check, boolean broken) {
    String dimension = check.dimensions().get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    switch (check.kind()) {
      case SUM, AT_MOST -> {
        List<String> parts = new ArrayList<>(check.parts());
        parts.addAll(check.optional());
        int sum = parts.size() * PART;
        int wrong = check.kind() == Check.Kind.SUM ? sum + 100 : 1;
        rows.add(row(theme, check, Map.of(dimension, "" + check.total()), broken ? wrong : sum));
        parts.forEach(part -> rows.add(row(theme, check, Map.of(dimension, part), PART)));
      }
      case TILES -> {
        if (isOf(theme, dimension, "CL_AGE")) {
          rows.add(row(theme, check, Map.of(dimension, "_T"), broken ? 200 : 100));
          rows.add(row(theme, check, Map.of(dimension, "Y_LT18"), 40));
          rows.add(row(theme, check, Map.of(dimension, "Y_GE18"), 60));
        }
      }
      case CLASSES -> {
        if (isOf(theme, dimension, "CL_AGE")) {
          rows.add(row(theme, check, Map.of(dimension, "Y_LT18"), PART));
          rows.add(row(theme, check, Map.of(dimension, broken ? "Y15T24" : "Y18T24"), PART));
        }
      }
      case MEMBERS -> {
        if (isOf(theme, dimension, "CL_AREA")) {
          rows.add(row(theme, check, Map.of(dimension, "EFTA"), broken ? 99 : 4 * PART));
          EFTA.forEach(area -> rows.add(row(theme, check, Map.of(dimension, area), PART)));
        }
      }
      case STATED ->
          rows.add(
              row(
                  theme,
                  check,
                  Map.of(dimension, broken ? CodeList.UNKNOWN : stated(theme, dimension)),
                  PART));
      case DIFFER, SAME -> {
        boolean same = broken == (check.kind() == Check.Kind.DIFFER);
        Map<String, String> areas =
            Map.of(dimension, "AUT", check.dimensions().get(1), same ? "AUT" : "SYR");
        rows.add(row(theme, check, areas, PART));
      }
      case WITHIN -> {}
    }
    return rows;
  }

  private static boolean isOf(RowType theme, String dimension, String list) {
    CodeList codes = theme.field(dimension).type().list();
    return codes != null && codes.id().equals(list);
  }

  private static String stated(RowType theme, String dimension) {
    return dimension.equals("CURRENCY")
        ? "EUR"
        : Message.plain(theme.field(dimension).type()).get(0).id();
  }

  private static Map<String, String> row(
      RowType theme, Check check, Map<String, String> codes, int figure) {
    Map<String, String> row = new LinkedHashMap<>();
    check.where().forEach((dimension, allowed) -> row.put(dimension, allowed.get(0)));
    row.putAll(codes);
    int scale = theme.measure().orElseThrow().type().scale();
    row.put("OBS_VALUE", figure + (scale == 0 ? "" : "." + "0".repeat(scale)));
    return row;
  }
}
