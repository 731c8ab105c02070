package org.midex.validation;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.midex.model.Judgement;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.schema.RuleChanges;
import org.midex.validation.internal.vendor.JarLoader;
import org.midex.validation.internal.vendor.VendorJars;

/**
 * Rules of vendors that were found. Immutable and shareable until it is closed, which releases the
 * jars.
 */
public final class VendorRules implements AutoCloseable {
  /** None. */
  public static final VendorRules NONE = new VendorRules(List.of(), List.of());

  private final List<VendorJars.Jar> jars;
  private final List<URLClassLoader> loaders;

  private VendorRules(List<VendorJars.Jar> jars, List<URLClassLoader> loaders) {
    this.jars = List.copyOf(jars);
    this.loaders = List.copyOf(loaders);
  }

  /**
   * Loads the jars of a folder, each in a class loader of its own.
   *
   * @param catalogue rules that there are already
   * @throws VendorRuleException when a jar has no rules, or a rule is not what it should be
   * @throws IllegalArgumentException when the folder holds no jar
   */
  public static VendorRules load(Path folder, Catalogue catalogue) throws IOException {
    JarLoader loader = new JarLoader(catalogue);
    try {
      loader.load(folder);
      return new VendorRules(loader.jars(), loader.loaders());
    } catch (IOException | RuntimeException e) {
      new VendorRules(List.of(), loader.loaders()).close();
      throw e;
    }
  }

  /**
   * Finds rules on the class path, for programs that bring their own.
   *
   * @param catalogue rules that there are already
   * @throws VendorRuleException when a rule is not what it should be
   */
  public static VendorRules onClassPath(Catalogue catalogue) {
    JarLoader loader = new JarLoader(catalogue);
    loader.loadClassPath();
    return new VendorRules(loader.jars(), List.of());
  }

  /** The catalogue with these rules. */
  public Catalogue applied(Catalogue catalogue) {
    if (jars.isEmpty()) {
      return catalogue;
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    Map<String, Map<String, String>> texts = new HashMap<>();
    for (VendorJars.Jar jar : jars) {
      for (VendorJars.Loaded loaded : jar.rules()) {
        rules.put(loaded.rule().id(), loaded.rule());
        loaded
            .texts()
            .forEach(
                (language, byKey) ->
                    texts.computeIfAbsent(language, l -> new HashMap<>()).putAll(byKey));
      }
    }
    return catalogue.with(new RuleChanges(rules, texts, java.util.Set.of()));
  }

  List<VendorJars.Jar> jars() {
    return jars;
  }

  /**
   * What reports say of them.
   *
   * @param catalogue says which rules are off
   */
  List<Judgement.VendorJar> use(Catalogue catalogue) {
    return jars.stream()
        .map(
            jar ->
                new Judgement.VendorJar(
                    jar.name(),
                    jar.sha256(),
                    jar.rules().stream()
                        .map(loaded -> loaded.rule().id())
                        .filter(catalogue::judgesBy)
                        .toList()))
        .toList();
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }
}
