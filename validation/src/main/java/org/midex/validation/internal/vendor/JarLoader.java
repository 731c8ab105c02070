package org.midex.validation.internal.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Rule;
import org.midex.validation.RuleProvider;
import org.midex.validation.RuleTexts;
import org.midex.validation.VendorRule;
import org.midex.validation.VendorRuleException;

/** Finds vendors' rules and checks what they say of themselves. */
public final class JarLoader {
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,15}-V[0-9]{2}");
  private static final String STANDARD = "MDX-";
  private static final String ENGLISH = "en";
  private static final String CLASS_PATH = "the class path";
  private static final int MAX_JARS = 100;
  private static final int MAX_RULES = 1_000;

  private final Catalogue catalogue;
  private final Set<String> taken;
  private final List<VendorJars.Jar> jars = new ArrayList<>();
  private final List<URLClassLoader> loaders = new ArrayList<>();

  /**
   * @param catalogue whose rules' ids are taken
   */
  public JarLoader(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.taken = new HashSet<>(catalogue.ruleIds());
  }

  public List<VendorJars.Jar> jars() {
    return jars;
  }

  public List<URLClassLoader> loaders() {
    return loaders;
  }

  /**
   * Loads every jar of a folder, in the order of their names.
   *
   * @throws IllegalArgumentException when there is none, or more than 100
   */
  public void load(Path folder) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found =
          files
              .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
              .sorted()
              .limit(MAX_JARS + 1L)
              .toList();
    }
    if (found.isEmpty() || found.size() > MAX_JARS) {
      throw new IllegalArgumentException(
          folder + " holds " + (found.isEmpty() ? "no jar" : "more than " + MAX_JARS + " jars"));
    }
    for (Path jar : found) {
      String name = String.valueOf(jar.getFileName());
      String sha256 = sha256(jar);
      ClassLoader parent = RuleProvider.class.getClassLoader();
      URLClassLoader loader = new URLClassLoader(name, new URL[] {jar.toUri().toURL()}, parent);
      loaders.add(loader);
      List<VendorJars.Loaded> rules = guarded(name, () -> rules(name, loader));
      if (rules.isEmpty()) {
        throw new VendorRuleException(
            name, "it has none; META-INF/services/" + RuleProvider.class.getName(), null);
      }
      jars.add(new VendorJars.Jar(name, sha256, rules));
    }
  }

  /** Loads what the class path has, which may be nothing. */
  public void loadClassPath() {
    ClassLoader loader = RuleProvider.class.getClassLoader();
    List<VendorJars.Loaded> rules =
        guarded(CLASS_PATH, () -> rules(CLASS_PATH, Objects.requireNonNull(loader)));
    if (!rules.isEmpty()) {
      jars.add(new VendorJars.Jar(CLASS_PATH, null, rules));
    }
  }

  private static String sha256(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar);
        DigestInputStream hashed =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      hashed.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Asking {
    List<VendorJars.Loaded> ask();
  }

  /** Whatever the vendor's code throws is the jar's fault; memory that runs out may not be. */
  private static List<VendorJars.Loaded> guarded(String jar, Asking asking) {
    try {
      return asking.ask();
    } catch (VendorRuleException | OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new VendorRuleException(jar, "could not be loaded: " + e, e);
    }
  }

  /** Rules of the loader's own classes; those of its parents are found elsewhere. */
  private List<VendorJars.Loaded> rules(String jar, ClassLoader loader) {
    List<VendorJars.Loaded> rules = new ArrayList<>();
    for (ServiceLoader.Provider<RuleProvider> provider :
        ServiceLoader.load(RuleProvider.class, loader).stream()
            .filter(p -> p.type().getClassLoader() == loader)
            .toList()) {
      for (VendorRule rule : provider.get().rules()) {
        if (rules.size() == MAX_RULES) {
          throw new VendorRuleException(jar, "it has more than " + MAX_RULES, null);
        }
        rules.add(loaded(jar, rule));
      }
    }
    return rules;
  }

  private VendorJars.Loaded loaded(String jar, VendorRule vendor) {
    String id = String.valueOf(vendor.id());
    if (id.startsWith(STANDARD)) {
      throw fault(jar, id, "ids that start with MDX- are the standard's");
    }
    if (!ID.matcher(id).matches()) {
      throw fault(jar, id, "expected an id such as ACME-V01");
    }
    if (!taken.add(id)) {
      throw fault(jar, id, "there is another rule with this id");
    }
    Map<String, RuleTexts> texts = Map.copyOf(vendor.texts());
    RuleTexts english = texts.get(ENGLISH);
    if (english == null) {
      throw fault(jar, id, "it has no texts in English (en)");
    }
    Rule rule =
        new Rule(
            id,
            Objects.requireNonNull(vendor.severity(), "severity"),
            "dataset",
            false,
            english.message(),
            english.detail(),
            english.explanation(),
            english.fix(),
            Map.copyOf(vendor.parameters()),
            jar,
            catalogue.edition().standard());
    return new VendorJars.Loaded(vendor, rule, Set.copyOf(vendor.themes()), byKey(id, texts));
  }

  private static Map<String, Map<String, String>> byKey(String id, Map<String, RuleTexts> texts) {
    Map<String, Map<String, String>> byLanguage = new HashMap<>();
    String start = "rule." + id + ".";
    texts.forEach(
        (language, t) -> {
          if (!language.equals(ENGLISH)) {
            byLanguage.put(
                language,
                Map.of(
                    start + "message", t.message(),
                    start + "detail", t.detail(),
                    start + "explanation", t.explanation(),
                    start + "fix", t.fix()));
          }
        });
    return byLanguage;
  }

  private static VendorRuleException fault(String jar, @Nullable String id, String what) {
    return new VendorRuleException(jar, "'" + id + "': " + what, null);
  }
}
