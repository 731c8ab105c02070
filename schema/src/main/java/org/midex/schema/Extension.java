package org.midex.schema;

/**
 * What a region or agency adds to the standard: themes, codes of open lists, lists, checks and
 * languages of its own. It cannot change what the standard has.
 *
 * @param id what everything that it adds starts with: themes, concepts and codes {@code ID_…},
 *     lists {@code CL_ID_…}, rules {@code ID-V01}
 * @param name for people
 * @param version as its authors state it
 * @param source who stands behind it
 */
public record Extension(String id, String name, String version, String source) {
  /** Id and version, as headers and reports name it: {@code SADC:2026-11-01}. */
  public String label() {
    return id + ":" + version;
  }

  /** Whether an id of a theme, concept, code, list or rule, or a key of a text, is its own. */
  public boolean owns(String name) {
    String plain = name.replaceFirst("^(theme|concept|rule)\\.", "");
    boolean codeOfAnyList = plain.startsWith("CL_") && plain.indexOf('.') > 0;
    return ownsId(plain) || (codeOfAnyList && ownsId(plain.substring(plain.indexOf('.') + 1)));
  }

  private boolean ownsId(String name) {
    return name.startsWith(id + "_")
        || name.startsWith(id + "-")
        || name.startsWith("CL_" + id + "_");
  }
}
