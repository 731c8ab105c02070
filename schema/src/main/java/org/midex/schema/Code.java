package org.midex.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One code of a list, as the catalogue's edition states it.
 *
 * @param id the code
 * @param index place in the list, stable within one edition
 * @param name in English
 * @param parent the code whose figure includes this one's, or null
 * @param validFrom first day (or year) on which the code names something, or null when always
 * @param validTo last such day or year, or null when still
 * @param aggregate whether it names a sum of other codes
 * @param successors codes that replaced it, empty when none did
 * @param flags words that rules ask for, such as {@code missing} on a status that explains an
 *     absent value
 * @param source where the code comes from
 * @param provisional whether no official source stands behind it yet
 * @param aliases the same thing's codes in other schemes, by scheme
 * @param properties further facts of the list, such as {@code min} and {@code max} of an age class
 *     in completed years
 */
public record Code(
    String id,
    int index,
    String name,
    @Nullable String parent,
    @Nullable String validFrom,
    @Nullable String validTo,
    boolean aggregate,
    List<String> successors,
    Set<String> flags,
    String source,
    boolean provisional,
    Map<String, List<String>> aliases,
    Map<String, String> properties) {

  public boolean has(String flag) {
    return flags.contains(flag);
  }
}
