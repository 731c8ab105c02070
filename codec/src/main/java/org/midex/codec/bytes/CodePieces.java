package org.midex.codec.bytes;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CodeList;

/** What is written for each code of a list; made when a code is written for the first time. */
public final class CodePieces {
  private final CodeList list;
  private final Function<String, Piece> form;
  private final @Nullable Piece[] pieces;

  /**
   * @param form what is written for a code
   */
  public CodePieces(CodeList list, Function<String, Piece> form) {
    this.list = list;
    this.form = form;
    this.pieces = new @Nullable Piece[list.codes().size()];
  }

  /**
   * What is written for a code.
   *
   * @param code its place in the list
   */
  public Piece of(int code) {
    Piece piece = pieces[code];
    if (piece == null) {
      piece = form.apply(list.code(code).id());
      pieces[code] = piece;
    }
    return piece;
  }
}
