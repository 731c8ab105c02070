package org.midex.validation.internal.ruleset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Rule;
import org.midex.schema.internal.YamlFile;

/** Reads one waiver. */
final class WaiverLoader {
  private static final Set<String> NAMES =
      Set.of("rule", "field", "where", "reason", "owner", "expires");
  private static final int MAX_TEXTS = 1_000;
  private static final String AREAS = "CL_AREA";

  private final Catalogue catalogue;
  private final YamlFile.Value value;

  WaiverLoader(Catalogue catalogue, YamlFile.Value value) {
    this.catalogue = catalogue;
    this.value = value.allow(NAMES);
  }

  /**
   * @param number the waiver's place, from 1
   * @param rules finds a rule that can be waived
   */
  Waiver load(int number, BiFunction<String, YamlFile.Value, Rule> rules) {
    YamlFile.Value named = value.require("rule");
    Rule rule = rules.apply(named.text().strip(), named);
    if (rule.appliesTo().equals("ruleset")) {
      throw named.fault(rule.id() + " is about rule sets and cannot be waived");
    }
    YamlFile.Value field = value.get("field");
    return new Waiver(
        number,
        rule.id(),
        field == null ? null : field.text().strip(),
        where(),
        RuleSetLoader.shortText(value, "reason"),
        RuleSetLoader.shortText(value, "owner"),
        expires(value.require("expires")));
  }

  private static LocalDate expires(YamlFile.Value given) {
    String text = given.text().strip();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw given.fault("expected a day such as 2027-03-31, found '" + text + "'");
    }
  }

  private SortedMap<String, List<String>> where() {
    SortedMap<String, List<String>> where = new TreeMap<>();
    YamlFile.Value given = value.get("where");
    if (given != null) {
      for (Map.Entry<String, YamlFile.Value> condition : given.map().entrySet()) {
        where.put(condition.getKey(), texts(condition.getKey(), condition.getValue()));
      }
    }
    return where;
  }

  private List<String> texts(String name, YamlFile.Value given) {
    List<String> texts = given.texts().stream().map(String::strip).toList();
    if (texts.isEmpty() || texts.size() > MAX_TEXTS) {
      throw given.fault("expected 1 to " + MAX_TEXTS + " texts");
    }
    for (String text : texts) {
      switch (name) {
        case "theme" -> require(given, "theme", text, catalogue.themeIds());
        case "area" -> requireArea(given, text);
        case "period" -> PeriodSpan.parse(text, given);
        case "value" -> {}
        default -> requireField(given, name);
      }
    }
    return texts;
  }

  private void requireArea(YamlFile.Value given, String text) {
    CodeList areas = catalogue.codeList(AREAS);
    if (areas.indexOf(text) < 0) {
      String near =
          catalogue.suggest(areas, text).map(c -> "; did you mean '" + c.id() + "'?").orElse("");
      throw given.fault("no area '" + text + "' in " + AREAS + near);
    }
  }

  private void requireField(YamlFile.Value given, String name) {
    List<String> known = new ArrayList<>(List.of("theme", "area", "period", "value"));
    catalogue.concepts().stream().map(Concept::id).forEach(known::add);
    require(given, "condition", name, known);
  }

  private static void require(YamlFile.Value at, String what, String name, List<String> known) {
    if (!known.contains(name)) {
      throw at.fault("no " + what + " '" + name + "'" + RuleSetLoader.meant(name, known));
    }
  }
}
