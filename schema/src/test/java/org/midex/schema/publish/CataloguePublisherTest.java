package org.midex.schema.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.schema.Catalogue;
import org.midex.schema.Check;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Field;
import org.midex.schema.Membership;
import org.midex.schema.RowType;
import org.midex.schema.Rule;

/** The catalogue as JSON says what the catalogue says. */
class CataloguePublisherTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Map<String, String> FILES = new CataloguePublisher(CATALOGUE).files();
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> paths() {
    return FILES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void hasThePublishedForm(String path) throws IOException {
    String schema = Files.readString(Path.of("published/1.0/catalogue.schema.json"));
    JsonSchema form =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    assertThat(form.validate(file(path))).isEmpty();
  }

  @Test
  void holdsEveryRule() throws IOException {
    List<JsonNode> rules = elements(file("rules.json"), "rules");
    assertThat(rules)
        .extracting(r -> r.path("id").asText())
        .isEqualTo(CATALOGUE.rules().stream().map(Rule::id).toList());
    for (JsonNode rule : rules) {
      Rule own = CATALOGUE.rule(rule.path("id").asText());
      assertThat(rule.path("severity").asText()).isEqualToIgnoringCase(own.severity().name());
      assertThat(rule.path("message").asText()).isEqualTo(own.message());
      own.parameters()
          .forEach((k, v) -> assertThat(rule.at("/parameters/" + k).asText()).isEqualTo(v));
    }
  }

  @Test
  void holdsEveryFieldAndCheckOfEveryTheme() throws IOException {
    for (RowType theme : CATALOGUE.themes()) {
      JsonNode file = file("themes/" + theme.id() + ".json");
      assertThat(names(file, "fields")).isEqualTo(names(theme.fields()));
      assertThat(names(file, "dataset")).isEqualTo(names(theme.datasetFields()));
      List<JsonNode> checks = elements(file, "checks");
      assertThat(checks).hasSameSizeAs(theme.theme().checks());
      for (int i = 0; i < checks.size(); i++) {
        assertSame(checks.get(i), theme.theme().checks().get(i));
      }
    }
  }

  private static void assertSame(JsonNode json, Check check) {
    assertThat(json.path("rule").asText()).isEqualTo(check.rule());
    assertThat(json.path("kind").asText()).isEqualToIgnoringCase(check.kind().name());
    assertThat(texts(json, "dimensions")).isEqualTo(check.dimensions());
    assertThat(texts(json, "optional")).isEqualTo(check.optional());
    assertThat(json.path("total").asText(null)).isEqualTo(check.total());
    assertThat(
            check.kind() == Check.Kind.WITHIN
                ? List.of(json.path("least").asText(), json.path("most").asText())
                : texts(json, "parts"))
        .isEqualTo(check.parts());
    assertThat(json.path("where").size()).isEqualTo(check.where().size());
    check.where().forEach((d, codes) -> assertThat(texts(json.path("where"), d)).isEqualTo(codes));
  }

  @Test
  void holdsEveryCodeOfEveryList() throws IOException {
    for (CodeList list : CATALOGUE.codeLists()) {
      JsonNode file = file("codelists/" + list.id() + ".json");
      assertThat(file.path("open").asBoolean()).isEqualTo(list.open());
      List<JsonNode> codes = elements(file, "codes");
      assertThat(codes).hasSameSizeAs(list.codes());
      for (int i = 0; i < codes.size(); i++) {
        assertSame(codes.get(i), list.code(i));
      }
      assertThat(elements(file, "groups"))
          .extracting(
              g ->
                  new Membership(
                      g.path("group").asText(),
                      g.path("member").asText(),
                      g.path("from").asText(null),
                      g.path("to").asText(null)))
          .isEqualTo(CATALOGUE.memberships(list));
    }
  }

  private static void assertSame(JsonNode json, Code code) {
    assertThat(json.path("code").asText()).isEqualTo(code.id());
    assertThat(json.path("parent").asText(null)).isEqualTo(code.parent());
    assertThat(json.path("validFrom").asText(null)).isEqualTo(code.validFrom());
    assertThat(json.path("validTo").asText(null)).isEqualTo(code.validTo());
    assertThat(json.path("aggregate").asBoolean()).isEqualTo(code.aggregate());
    assertThat(texts(json, "flags")).containsExactlyInAnyOrderElementsOf(code.flags());
    code.properties()
        .forEach((k, v) -> assertThat(json.at("/properties/" + k).asText()).isEqualTo(v));
    code.aliases().forEach((k, v) -> assertThat(texts(json.path("aliases"), k)).isEqualTo(v));
  }

  /** A code without an edition is in all editions that have its list; others are not before it. */
  @Test
  void saysWithWhichEditionCodesOfOpenListsCame() throws IOException {
    int later = 0;
    for (CodeList list : CATALOGUE.codeLists()) {
      for (JsonNode code : elements(file("codelists/" + list.id() + ".json"), "codes")) {
        String since = code.path("since").asText("0000-01-01");
        later += code.has("since") ? 1 : 0;
        for (LocalDate edition : CATALOGUE.edition().known()) {
          CodeList then = CATALOGUE.at(edition).findCodeList(list.id()).orElse(null);
          if (list.open() && then != null) {
            assertThat(then.indexOf(code.path("code").asText()) >= 0)
                .as("%s in %s", code, edition)
                .isEqualTo(edition.toString().compareTo(since) >= 0);
          }
        }
      }
    }
    assertThat(later).isPositive();
  }

  private static JsonNode file(String path) throws IOException {
    return JSON.readTree(FILES.get(path));
  }

  private static List<JsonNode> elements(JsonNode of, String name) {
    List<JsonNode> elements = new ArrayList<>();
    of.path(name).forEach(elements::add);
    return elements;
  }

  private static List<String> texts(JsonNode of, String name) {
    return elements(of, name).stream().map(JsonNode::asText).toList();
  }

  private static List<String> names(JsonNode of, String name) {
    return elements(of, name).stream().map(f -> f.path("name").asText()).toList();
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }
}
