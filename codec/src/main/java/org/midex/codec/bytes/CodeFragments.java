package org.midex.codec.bytes;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;

/** What is written for each code of a list; made when a code is written for the first time. */
public final class CodeFragments {
  private final CodeList list;
  private final Function<String, Fragment> form;
  private final @Nullable Fragment[] fragments;

  /**
   * @param form what is written for a code
   */
  public CodeFragments(CodeList list, Function<String, Fragment> form) {
    this.list = list;
    this.form = form;
    this.fragments = new @Nullable Fragment[list.codes().size()];
  }

  /**
   * What is written for a code.
   *
   * @param code its place in the list
   */
  public Fragment of(int code) {
    Fragment fragment = fragments[code];
    if (fragment == null) {
      fragment = form.apply(list.code(code).id());
      fragments[code] = fragment;
    }
    return fragment;
  }
}
