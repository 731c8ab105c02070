package org.midex.validation.internal.vendor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Rule;
import org.midex.validation.VendorRule;

/** What was found in jars. */
public final class VendorJars {
  private VendorJars() {}

  /**
   * A jar's rules.
   *
   * @param name the jar's file name
   * @param sha256 SHA-256 of the jar; null for the class path
   */
  public record Jar(String name, @Nullable String sha256, List<Loaded> rules) {
    public Jar {
      rules = List.copyOf(rules);
    }
  }

  /**
   * A rule with what it said of itself, so that it cannot say otherwise later.
   *
   * @param texts by language and key of the catalogue, without English
   */
  public record Loaded(
      VendorRule vendor, Rule rule, Set<String> themes, Map<String, Map<String, String>> texts) {}
}
