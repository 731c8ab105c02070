package org.midex.conformance.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.midex.conformance.SmallSuite;
import org.midex.schema.Catalogue;
import org.midex.schema.Texts;

/** What is said in the code and the texts of the catalogue are the same. */
class SayingTest {
  private static final String KEYS = "conformance.wrong.";
  private static final Texts ENGLISH = Catalogue.standard().texts("en");

  private static String sources() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
      StringBuilder text = new StringBuilder();
      for (Path file : all.filter(one -> one.toString().endsWith(".java")).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    }
  }

  /** The arguments of each call that has a key for its first. */
  private static List<List<String>> calls(String sources) {
    List<List<String>> calls = new ArrayList<>();
    Pattern.compile("Saying\\.of\\(\\s*(?=\")")
        .matcher(sources)
        .results()
        .forEach(call -> calls.add(arguments(sources, call.end())));
    return calls;
  }

  private static List<String> arguments(String sources, int from) {
    List<String> all = new ArrayList<>();
    int depth = 0;
    int start = from;
    boolean quoted = false;
    for (int i = from; ; i++) {
      char c = sources.charAt(i);
      quoted ^= c == '"';
      if (!quoted && depth == 0 && (c == ',' || c == ')')) {
        all.add(sources.substring(start, i).strip());
        start = i + 1;
        if (c == ')') {
          return all;
        }
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCallHasItsTextAndTheValuesInIt() throws IOException {
    List<List<String>> calls = calls(sources());
    assertThat(calls).hasSizeGreaterThan(30);
    for (List<String> call : calls) {
      Set<String> names = new TreeSet<>();
      for (int i = 1; i < call.size(); i += 2) {
        names.add(call.get(i).replace("\"", ""));
      }
      String text = ENGLISH.ui(KEYS + call.get(0).replace("\"", ""));
      assertThat(places(text)).as(call.toString()).isEqualTo(names);
    }
  }

  @Test
  void everyTextIsSaidSomewhere() throws IOException {
    String sources = sources();
    assertThat(ENGLISH.uiKeys().stream().filter(key -> key.startsWith("ui." + KEYS)))
        .isNotEmpty()
        .allMatch(key -> sources.contains("\"" + key.substring(("ui." + KEYS).length()) + "\""));
  }

  @Test
  void sayingsStandInOneAnotherAndAreCut() {
    Saying why = Saying.of("exit", "code", 5);
    assertThat(Saying.of("mute", "why", why).in(SmallSuite.ENGLISH))
        .isEqualTo("no answer: it ended with exit code 5");
    assertThat(Saying.quoted("{code}").in(SmallSuite.ENGLISH)).isEqualTo("{code}");
    assertThat(Saying.of("error", "text", "x".repeat(1 << 20)).in(SmallSuite.ENGLISH))
        .hasSizeLessThan(5_000)
        .endsWith("…");
  }
}
