package org.midex.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.model.Judgement;
import org.midex.model.Waiver;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueException;
import org.midex.schema.Rule;
import org.midex.schema.RuleChanges;
import org.midex.validation.internal.ruleset.RuleSetLoader;

/**
 * How an office wants files to be judged: settings and severities of rules, rules that are off, and
 * waivers. Structure is always judged as the standard says. Immutable.
 *
 * @param sha256 SHA-256 of the file in lower-case hexadecimal
 * @param rules rules that are set or graded otherwise, by id
 * @param off ids of rules that are off
 * @param changes what is other than in the catalogue, in the order of the file
 */
public record RuleSet(
    String name,
    String sha256,
    Map<String, Rule> rules,
    Set<String> off,
    List<Waiver> waivers,
    List<Judgement.Change> changes) {
  public RuleSet {
    rules = Map.copyOf(rules);
    off = Set.copyOf(off);
    waivers = List.copyOf(waivers);
    changes = List.copyOf(changes);
  }

  /**
   * Reads a YAML file.
   *
   * @param catalogue rules that the file can speak of, with those of vendors
   * @throws CatalogueException at the first fault, with file, line and what was probably meant
   * @throws IOException when the file cannot be read
   */
  public static RuleSet load(Path file, Catalogue catalogue) throws IOException {
    return RuleSetLoader.load(file, catalogue);
  }

  /** The catalogue as this rule set wants it. */
  public Catalogue applied(Catalogue catalogue) {
    return catalogue.with(new RuleChanges(rules, Map.of(), off));
  }

  /** What reports say of it. */
  public Judgement.RuleSetUse use() {
    return new Judgement.RuleSetUse(name, sha256, changes);
  }
}
