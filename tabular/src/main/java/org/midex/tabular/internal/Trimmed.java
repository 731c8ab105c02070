package org.midex.tabular.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A translation of what is left when marks are taken off, such as those of footnotes. A text that
 * means something with its marks keeps them.
 *
 * @param prefixes marks at the beginning
 * @param suffixes marks at the end
 */
public record Trimmed(Translation inner, List<String> prefixes, List<String> suffixes)
    implements Translation {
  /** Longer texts are no labels; taking marks off one by one would take too long. */
  private static final int MAX_TEXT = 2_000;

  public Trimmed {
    prefixes = List.copyOf(prefixes);
    suffixes = List.copyOf(suffixes);
  }

  @Override
  public @Nullable String translate(String cell) {
    String whole = inner.translate(cell);
    return whole == null ? inner.translate(bare(cell)) : whole;
  }

  private String bare(String cell) {
    String bare = cell;
    for (boolean more = cell.length() <= MAX_TEXT; more; ) {
      more = false;
      for (String prefix : prefixes) {
        if (bare.startsWith(prefix)) {
          bare = bare.substring(prefix.length()).strip();
          more = true;
        }
      }
      for (String suffix : suffixes) {
        if (bare.endsWith(suffix)) {
          bare = bare.substring(0, bare.length() - suffix.length()).strip();
          more = true;
        }
      }
    }
    return bare;
  }

  /** Marks that were taken off are not known any more. */
  @Override
  public List<String> spellings(String text) {
    return inner.spellings(text);
  }

  @Override
  public boolean isAmbiguous(String text) {
    return inner.isAmbiguous(text);
  }

  @Override
  public String rule() {
    return inner.rule();
  }

  @Override
  public Map<String, String> details() {
    return inner.details();
  }

  @Override
  public Optional<String> suggest(String cell) {
    return inner.suggest(bare(cell));
  }
}
