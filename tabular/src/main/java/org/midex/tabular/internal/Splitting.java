package org.midex.tabular.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Field;

/** Turns one text, of a cell or a heading, into several fields. */
public interface Splitting {
  /** Fields that it can give, in order. */
  List<Field> fields();

  /** The fields' texts, or null when the text cannot be translated. */
  @Nullable Map<Field, String> split(String text);

  /**
   * The way back: texts that {@link #split} turns into these fields and no others, the one to be
   * preferred first; empty when there are none.
   *
   * @param texts of {@link #fields()}; what is absent is lacking
   */
  List<String> spellings(Map<Field, String> texts);

  /** What is wrong with a text that cannot be translated. */
  Fault fault(String text);

  /**
   * Why a text cannot be translated.
   *
   * @param rule id of the rule that it breaks
   * @param details values for the rule's detail message
   * @param suggestion what was probably meant
   * @param fits whether the text has the right form, though no meaning
   */
  record Fault(
      String rule, Map<String, String> details, Optional<String> suggestion, boolean fits) {
    static Fault of(Translation translation, String text) {
      boolean fits = translation.rule().equals("MDX-I01") && !text.isEmpty();
      return new Fault(translation.rule(), translation.details(), translation.suggest(text), fits);
    }
  }
}
