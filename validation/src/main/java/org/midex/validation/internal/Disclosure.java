package org.midex.validation.internal;

import java.util.Objects;
import org.midex.model.MessageHead;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;

/** What a message's classification means for what may be in it. */
final class Disclosure {
  private static final String PUBLIC = "public";

  private Disclosure() {}

  /** Whether the header says that everybody may see the message. */
  static boolean isPublic(Catalogue catalogue, MessageHead head) {
    CodeList list =
        Objects.requireNonNull(catalogue.type("Header").field("Classification").type().list());
    return head.header()
        .first("Classification")
        .flatMap(list::find)
        .filter((Code code) -> code.has(PUBLIC))
        .isPresent();
  }
}
