package org.midex.validation.internal;

import java.util.BitSet;
import java.util.Set;
import java.util.function.Predicate;
import org.midex.schema.Code;
import org.midex.schema.CodeList;

/** Sets of codes, by their places in the list. */
final class CodeSets {
  /** Flag of codes that stand for no one thing, though they are neither totals nor unknown. */
  private static final String SPECIAL = "special";

  /** How codes of SDMX start that every list has: total, unknown, not applicable. */
  private static final String COMMON = "_";

  private CodeSets() {}

  static BitSet of(CodeList list, Predicate<Code> wanted) {
    BitSet codes = new BitSet();
    list.codes().stream().filter(wanted).forEach(code -> codes.set(code.index()));
    return codes;
  }

  static BitSet flagged(CodeList list, String flag) {
    return of(list, code -> code.has(flag));
  }

  static BitSet flagged(CodeList list, Set<String> flags) {
    return of(list, code -> code.flags().stream().anyMatch(flags::contains));
  }

  /** Codes that name one thing: no totals, unknown ones, regions. */
  static BitSet naming(CodeList list) {
    return of(list, code -> !code.aggregate() && !isCommon(code) && !code.has(SPECIAL));
  }

  static boolean isCommon(Code code) {
    return code.id().startsWith(COMMON);
  }
}
