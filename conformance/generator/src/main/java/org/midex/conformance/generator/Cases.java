package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Begins the vectors of an area of the profile signer. */
final class Cases {
  private final Drafts drafts;
  private final String area;

  Cases(Drafts drafts, String area) {
    this.drafts = drafts;
    this.area = area;
  }

  /**
   * A vector.
   *
   * @param clauses separated by spaces
   * @param title what it shows
   * @param why what goes wrong between governments otherwise
   */
  Case of(String id, String clauses, String title, String why) {
    Draft draft = new Draft("signer", area, id, clauses.split(" "));
    draft.says(title, why).algorithms("ECDSA-P256");
    return new Case(drafts, draft);
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
