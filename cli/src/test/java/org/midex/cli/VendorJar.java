package org.midex.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Jars with rules, compiled as a vendor would. */
final class VendorJar {
  private static final String SERVICE = "META-INF/services/org.midex.validation.RuleProvider";

  private VendorJar() {}

  /** Compiles sources and packs them with the service's file, whose text is given. */
  static void write(Path jar, Path sources, String service) throws IOException {
    Path classes = Files.createTempDirectory(jar.getParent(), "classes");
    List<String> arguments =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-proc:none", "--release", "17", "-cp", path()));
    files(sources, ".java").forEach(f -> arguments.add(f.toString()));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out)) {
      for (Path file : files(classes, ".class")) {
        packed.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, packed);
      }
      if (!service.isEmpty()) {
        packed.putNextEntry(new JarEntry(SERVICE));
        packed.write(service.getBytes(UTF_8));
      }
    }
  }

  /** A provider org.bad.Bad with one rule; the parts of its source that differ are given. */
  static void bad(Path folder, String id, String texts, String check) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src-bad"));
    Files.writeString(
        sources.resolve("Bad.java"),
        """
        package org.bad;
        import java.util.*;
        import org.midex.model.*;
        import org.midex.schema.*;
        import org.midex.validation.*;
        public final class Bad implements RuleProvider, VendorRule {
          public List<VendorRule> rules() { return List.of(this); }
          public String id() { return "%s"; }
          public Severity severity() { return Severity.ERROR; }
          public Map<String, RuleTexts> texts() {
            return Map.of("%s", new RuleTexts("m", "d", "e", "f"));
          }
          public VendorCheck start(MessageHead head, RowType theme, Map<String, String> p) {
            %s
          }
        }
        """
            .formatted(id, texts, check));
    write(folder.resolve("bad.jar"), sources, "org.bad.Bad");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** Where this program's classes are, whether they are on the class path or the module path. */
  private static String path() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(name -> System.getProperty(name, ""))
        .filter(text -> !text.isEmpty())
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }
}
