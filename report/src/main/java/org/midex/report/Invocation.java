package org.midex.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.midex.model.Comparison;
import org.midex.model.Result;

/**
 * What a run was asked for: how to judge the same file again, and what fails the run. Immutable.
 *
 * @param options options of {@code midex validate} that say how files are read and judged, as they
 *     were given: {@code --map}, {@code unhcr-population}…
 * @param onlyNew whether only findings that an earlier report does not have fail the run, where
 *     there is such a report
 */
public record Invocation(List<String> options, FailOn failOn, boolean onlyNew) {
  /** No options; errors fail the run. */
  public static final Invocation PLAIN = new Invocation(List.of(), FailOn.ERROR, false);

  private static final String SAFE = "[\\p{L}\\p{N}_./\\\\:@%+=,-]+";

  /** What means something between double quotes. */
  private static final String SPECIAL = "$`\"\\!\n";

  public Invocation {
    options = List.copyOf(options);
  }

  /** The same with other options. */
  public Invocation with(List<String> others) {
    return new Invocation(others, failOn, onlyNew);
  }

  /** Whether a result fails the run. */
  public boolean fails(Result result) {
    Comparison comparison = result.judgement().baseline();
    if (onlyNew && comparison != null) {
      return comparison.groups().stream().anyMatch(this::fails);
    }
    return result.counts().entrySet().stream()
        .anyMatch(count -> count.getValue() > 0 && failOn.includes(count.getKey()));
  }

  /** Whether the findings of one rule are among those that fail the run. */
  public boolean fails(Result result, String rule) {
    Comparison comparison = result.judgement().baseline();
    if (onlyNew && comparison != null) {
      return comparison.groups().stream().anyMatch(g -> g.rule().equals(rule) && fails(g));
    }
    return result.groups().stream()
        .anyMatch(g -> g.problem().rule().equals(rule) && failOn.includes(g.severity()));
  }

  private boolean fails(Comparison.Group group) {
    return group.fresh() > 0 && failOn.includes(group.severity());
  }

  /** The command that judges a file again. */
  public String again(String file) {
    return Stream.concat(Stream.of("midex", "validate", file), options.stream())
        .map(Invocation::quoted)
        .collect(Collectors.joining(" "));
  }

  /** The command that shows an observation of a file by its number, {@code N}. */
  public static String show(String file) {
    return "midex show " + quoted(file) + " --record N";
  }

  /** A word as every shell takes it; one with signs of its own as those of POSIX do. */
  private static String quoted(String word) {
    if (word.matches(SAFE)) {
      return word;
    }
    boolean plain = SPECIAL.chars().noneMatch(sign -> word.indexOf(sign) >= 0);
    return plain ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
  }
}
