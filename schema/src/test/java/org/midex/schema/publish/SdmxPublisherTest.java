package org.midex.schema.publish;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;
import org.xml.sax.SAXException;

/** What an SDMX user reads is what the catalogue says. */
@Tag("once")
class SdmxPublisherTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();
  private static final Map<String, String> FILES = new SdmxPublisher(CATALOGUE).files();
  private static final Schema SCHEMA = schema();
  private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

  static Schema schema() {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      return factory.newSchema(
          requireNonNull(SdmxPublisherTest.class.getResource("sdmx/message.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  static void validate(String message) throws SAXException, IOException {
    SCHEMA.newValidator().validate(new StreamSource(new StringReader(message)));
  }

  static List<RowType> themes() {
    return CATALOGUE.themes();
  }

  static List<CodeList> codeLists() {
    return CATALOGUE.codeLists();
  }

  private static SdmxFile file(String path) {
    return SdmxFile.read(requireNonNull(FILES.get(path), path));
  }

  @Test
  void thereIsAFileForEachThemeAndEachListAndOneForConceptsAndAgency() {
    List<String> expected = new ArrayList<>(List.of("agencies.xml", "concepts.xml"));
    CATALOGUE.codeListIds().forEach(id -> expected.add("codelists/" + id + ".xml"));
    CATALOGUE.themeIds().forEach(id -> expected.add("datastructures/" + id + ".xml"));
    assertThat(FILES.keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theGuideExplainsEveryAnnotation() throws IOException {
    String guide = Files.readString(Path.of("../docs/guides/sdmx.md"));
    Set<String> types =
        FILES.values().stream()
            .map(SdmxFile::read)
            .flatMap(m -> m.all("AnnotationType"))
            .map(SdmxFile::text)
            .collect(Collectors.toSet());
    assertThat(types).hasSizeGreaterThan(10).allMatch(type -> guide.contains("`" + type + "`"));
  }

  @Nested
  class Form {
    @Test
    void everyMessageHasTheFormOfSdmxMl30() {
      FILES.forEach(
          (path, text) -> assertThatCode(() -> validate(text)).as(path).doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "v3_0/message => v3_1/message",
          "<mes:ID>MIDEX_ => <mes:ID>MIDEX ",
          "<mes:Prepared>20 => <mes:Prepared>in 20",
          "(1.0)\" agencyID => (1.0.x)\" agencyID",
          "position=\"1\" => position=\"first\"",
          "<str:Observation/> => <str:None/>",
          "<str:Dataflow/> => <str:PrimaryMeasure/>",
          "usage=\"optional\" => assignmentStatus=\"Conditional\"",
          "id=\"TIME_PERIOD\" => id=\"TIME_PERIOD\" position=\"9\"",
          "id=\"TIME_PERIOD\" => id=\"TIME\"",
          "id=\"POP_TYPE\" => id=\"ORIGIN\"",
          "id=\"POP_TYPE\" => id=\"POP.TYPE\"",
          "<com:Name xml:lang=\"en\">Refugees => <com:Label>Refugees",
          "conceptscheme.Concept= => conceptscheme.ConceptScheme=",
          "codelist.Codelist=MIDEX:CL_SEX(1.0) => CL_SEX",
          "textType=\"Long\" => textType=\"Count18\"",
        })
    void aMessageOfAnotherFormIsToldApart(String change) {
      String message = requireNonNull(FILES.get("datastructures/REFUGEE_POP.xml"));
      String[] sides = change.split(" => ", -1);
      String broken = message.replace(sides[0], sides[1]);
      assertThat(broken).isNotEqualTo(message);
      assertThatThrownBy(() -> validate(broken)).isInstanceOf(SAXException.class);
    }

    @Test
    void aParentThatDoesNotStartWithALetterIsToldApart() {
      String message = requireNonNull(FILES.get("codelists/CL_AREA.xml"));
      assertThat(message).contains("<str:Parent>M49_002<");
      String broken = message.replace("<str:Parent>M49_002<", "<str:Parent>_T<");
      assertThatThrownBy(() -> validate(broken)).isInstanceOf(SAXException.class);
    }
  }

  @Nested
  class References {
    @Test
    void allResolve() {
      assertThat(unresolved(FILES)).isEmpty();
    }

    @Test
    void toWhatIsNotThereAreFound() {
      Map<String, String> without = new TreeMap<>(FILES);
      without.remove("codelists/CL_SEX.xml");
      assertThat(unresolved(without)).containsOnly(URN + "codelist.Codelist=MIDEX:CL_SEX(1.0)");
    }
  }

  /** References of all files to artefacts and concepts that no file has. */
  static Set<String> unresolved(Map<String, String> files) {
    List<SdmxFile> messages = files.values().stream().map(SdmxFile::read).toList();
    Set<String> known =
        Stream.of("Codelist", "ConceptScheme", "DataStructure", "Dataflow")
            .flatMap(name -> messages.stream().flatMap(m -> m.all(name)))
            .map(e -> e.attribute("urn"))
            .collect(Collectors.toSet());
    messages.stream()
        .flatMap(m -> m.all("ConceptScheme"))
        .forEach(
            scheme ->
                scheme
                    .children("Concept")
                    .forEach(
                        c ->
                            known.add(
                                scheme.attribute("urn").replace("ConceptScheme=", "Concept=")
                                    + "."
                                    + c.attribute("id"))));
    return messages.stream()
        .flatMap(
            m ->
                Stream.of("ConceptIdentity", "Enumeration", "Structure", "Codelist")
                    .flatMap(m::all))
        .filter(e -> e.children().isEmpty())
        .map(SdmxFile::text)
        .filter(urn -> !known.contains(urn))
        .collect(Collectors.toSet());
  }

  @Nested
  class Ids {
    @Test
    void ofTheStandardNeedNoOtherSpelling() {
      for (CodeList list : CATALOGUE.codeLists()) {
        assertThat(list.codes()).allMatch(c -> SdmxArtefacts.codeId(c.id()).equals(c.id()));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "AUT, AUT",
      "_T, _T",
      "DE-BY, DE-BY",
      "01@x, 01@x",
      "1.2, 1$2E2",
      "a$b, a$24b",
      "ا, $D8$A7",
      "15+, 15$2B"
    })
    void thatSdmxDoesNotAllowAreEscaped(String code, String id) {
      assertThat(SdmxArtefacts.codeId(code)).isEqualTo(id).matches("[A-Za-z0-9_@$\\-]+");
    }
  }

  @Nested
  class Concepts {
    @Test
    void areThoseOfTheCatalogueWithNamesInEveryLanguage() {
      List<SdmxFile> concepts = file("concepts.xml").all("Concept").toList();
      assertThat(concepts)
          .extracting(c -> c.attribute("id"))
          .isEqualTo(CATALOGUE.concepts().stream().map(Concept::id).toList());
      for (SdmxFile element : concepts) {
        Concept concept = CATALOGUE.concept(element.attribute("id")).orElseThrow();
        assertThat(element.byLanguage("Name"))
            .isEqualTo(names(concept.name(), "concept." + concept.id() + ".name"));
        assertThat(element.byLanguage("Description")).containsEntry("en", concept.definition());
        assertThat(element.annotations("SOURCE")).containsExactly(concept.source());
      }
    }
  }

  /** A text in English and in every other language that has it. */
  private static Map<String, String> names(String english, String key) {
    Map<String, String> names = new LinkedHashMap<>(Map.of("en", english));
    for (String language : CATALOGUE.languages()) {
      CATALOGUE.texts(language).own(key).ifPresent(text -> names.put(language, text));
    }
    return names;
  }

  @Nested
  class CodeLists {
    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#codeLists")
    void haveTheCodesInOrderWithAllThatIsKnownOfThem(CodeList list) {
      SdmxFile element = file("codelists/" + list.id() + ".xml").only("Codelist");
      assertThat(element.attribute("urn"))
          .isEqualTo(URN + "codelist.Codelist=MIDEX:" + list.id() + "(1.0)");
      assertThat(element.byLanguage("Name")).isEqualTo(names(list.name(), list.id()));
      assertThat(element.annotations("OPEN")).isEqualTo(Stream.ofNullable(list.pattern()).toList());
      List<SdmxFile> codes = element.children("Code");
      assertThat(codes)
          .extracting(c -> c.attribute("id"))
          .isEqualTo(list.codes().stream().map(Code::id).toList());
      for (Code code : list.codes()) {
        SdmxFile found = codes.get(code.index());
        assertThat(found.byLanguage("Name"))
            .isEqualTo(names(code.name(), list.id() + "." + code.id()));
        assertThat(parents(found)).isEqualTo(Stream.ofNullable(code.parent()).toList());
        assertThat(found.annotations("ALIAS")).containsExactlyInAnyOrderElementsOf(aliases(code));
        assertThat(found.annotations("VALID_FROM"))
            .isEqualTo(Stream.ofNullable(code.validFrom()).toList());
        assertThat(found.annotations("VALID_TO"))
            .isEqualTo(Stream.ofNullable(code.validTo()).toList());
        assertThat(found.annotations("SUCCESSOR")).isEqualTo(code.successors());
        assertThat(found.annotations("FLAG")).containsExactlyInAnyOrderElementsOf(code.flags());
        assertThat(found.annotations("AGGREGATE")).hasSize(code.aggregate() ? 1 : 0);
        assertThat(found.annotations("STATUS")).hasSize(code.provisional() ? 1 : 0);
        assertThat(found.annotations("PROPERTY")).hasSize(code.properties().size());
      }
    }

    private static List<String> parents(SdmxFile code) {
      List<String> parents = new ArrayList<>(code.annotations("PARENT"));
      code.child("Parent").ifPresent(p -> parents.add(p.text()));
      return parents;
    }

    private static List<String> aliases(Code code) {
      return code.aliases().entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(alias -> e.getKey() + "=" + alias))
          .toList();
    }

    @Test
    void sayWhoBelongedToAnAggregateWhen() {
      SdmxFile union =
          file("codelists/CL_AREA.xml")
              .all("Code")
              .filter(c -> c.attribute("id").equals("EU"))
              .findFirst()
              .orElseThrow();
      assertThat(union.annotations("MEMBER"))
          .contains("1995-01-01/..=AUT", "1973-01-01/2020-01-31=GBR")
          .hasSize(
              (int)
                  CATALOGUE.memberships(CATALOGUE.codeList("CL_AREA")).stream()
                      .filter(m -> m.group().equals("EU"))
                      .count());
    }
  }

  @Nested
  class DataStructures {
    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#themes")
    void haveTheDimensionsOfTheKeyInOrder(RowType theme) {
      SdmxFile list = structure(theme).only("DimensionList");
      assertThat(list.children())
          .extracting(d -> d.attribute("id"))
          .isEqualTo(theme.key().stream().map(Field::name).toList());
      int position = 0;
      for (SdmxFile dimension : list.children("Dimension")) {
        assertThat(dimension.attribute("position")).isEqualTo(String.valueOf(++position));
        assertThat(dimension.attribute("id")).isNotEqualTo("TIME_PERIOD");
      }
      assertThat(position).isEqualTo(theme.key().size() - 1);
      assertThat(list.children().get(position).name()).isEqualTo("TimeDimension");
    }

    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#themes")
    void haveTheFieldsWithTheirConceptsAndLists(RowType theme) {
      List<Field> fields = new ArrayList<>(theme.fields());
      fields.addAll(theme.datasetFields());
      SdmxFile structure = structure(theme);
      Map<String, SdmxFile> components =
          Stream.of("Dimension", "TimeDimension", "Attribute", "Measure")
              .flatMap(structure::all)
              .collect(Collectors.toMap(c -> c.attribute("id"), c -> c));
      assertThat(components.keySet())
          .containsExactlyInAnyOrderElementsOf(fields.stream().map(Field::name).toList());
      for (Field field : fields) {
        SdmxFile component = requireNonNull(components.get(field.name()));
        assertThat(component.only("ConceptIdentity").text())
            .isEqualTo(URN + "conceptscheme.Concept=MIDEX:CS_MIDEX(1.0)." + field.name());
        assertThat(component.all("Enumeration").map(SdmxFile::text).toList())
            .isEqualTo(
                Stream.ofNullable(field.type().list())
                    .map(l -> URN + "codelist.Codelist=MIDEX:" + l.id() + "(1.0)")
                    .toList());
        if (!field.isKey()) {
          assertThat(component.attribute("usage"))
              .isEqualTo(field.required() ? "mandatory" : "optional");
        }
      }
    }

    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#themes")
    void attachAttributesToTheObservationOrToAllOfThem(RowType theme) {
      Map<String, String> attached =
          structure(theme)
              .all("Attribute")
              .collect(
                  Collectors.toMap(
                      a -> a.attribute("id"),
                      a -> a.only("AttributeRelationship").children().get(0).name()));
      theme.fields().stream()
          .filter(f -> f.role() == Field.Role.ATTRIBUTE)
          .forEach(f -> assertThat(attached).containsEntry(f.name(), "Observation"));
      theme.datasetFields().forEach(f -> assertThat(attached).containsEntry(f.name(), "Dataflow"));
    }

    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#themes")
    void areUsedByADataflowOfTheSameNames(RowType theme) {
      SdmxFile message = file("datastructures/" + theme.id() + ".xml");
      SdmxFile flow = message.all("Dataflow").filter(d -> !d.children().isEmpty()).toList().get(0);
      assertThat(flow.only("Structure").text())
          .isEqualTo(URN + "datastructure.DataStructure=MIDEX:" + theme.id() + "(1.0)");
      Map<String, String> names =
          names(theme.description().name(), "theme." + theme.id() + ".name");
      assertThat(flow.byLanguage("Name")).isEqualTo(names).containsKeys("en", "fr", "es");
      assertThat(structure(theme).byLanguage("Name")).isEqualTo(names);
      assertThat(structure(theme).byLanguage("Description"))
          .isEqualTo(
              names(theme.description().definition(), "theme." + theme.id() + ".definition"));
    }

    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#themes")
    void sayWhatSdmxHasNoPlaceFor(RowType theme) {
      SdmxFile structure = structure(theme);
      RowType.Theme facts = theme.theme();
      assertThat(structure.annotations("STOCK_FLOW"))
          .containsExactly(facts.stock() ? "stock" : "flow");
      assertThat(structure.annotations("UNIT")).containsExactly(facts.unit());
      assertThat(structure.annotations("STATUS"))
          .hasSize(theme.description().provisional() == null ? 0 : 1);
      assertThat(structure.annotations("MIRROR"))
          .hasSameSizeAs(facts.mirrors())
          .zipSatisfy(
              facts.mirrors(),
              (text, mirror) -> {
                assertThat(text).startsWith(mirror.theme() + "=" + mirror.note() + "=");
                mirror
                    .dimensions()
                    .forEach((own, other) -> assertThat(text).contains(own + "=" + other));
              });
      for (SdmxFile dimension : structure.all("Dimension").toList()) {
        List<String> roles = new ArrayList<>();
        if (facts.reporter().equals(dimension.attribute("id"))) {
          roles.add("reporter");
        }
        facts
            .roles()
            .forEach(
                (role, name) -> {
                  if (name.equals(dimension.attribute("id"))) {
                    roles.add(role);
                  }
                });
        assertThat(dimension.annotations("ROLE")).containsExactlyInAnyOrderElementsOf(roles);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "REFUGEE_POP,  Long,     0,                        999999999999999999,  ''",
      "REMITTANCE,   Decimal,  -9999999999999999.99,     9999999999999999.99, 2",
    })
    void measureWhatTheThemeMeasures(
        String theme, String type, String least, String most, String decimals) {
      RowType row = CATALOGUE.theme(theme);
      SdmxFile format = structure(row).only("Measure").only("TextFormat");
      assertThat(format.attribute("textType")).isEqualTo(type);
      assertThat(format.attribute("minValue")).isEqualTo(row.theme().negative() ? least : "0");
      assertThat(format.attribute("maxValue")).isEqualTo(most);
      assertThat(format.attribute("decimals")).isEqualTo(decimals);
    }

    @ParameterizedTest
    @MethodSource("org.midex.schema.publish.SdmxPublisherTest#themes")
    void describeTextsByTheirForm(RowType theme) {
      for (SdmxFile component :
          Stream.of("Dimension", "Attribute").flatMap(structure(theme)::all).toList()) {
        Field field = field(theme, component.attribute("id"));
        if (field.type().kind() == ValueType.Kind.IDENTIFIER) {
          SdmxFile format = component.only("TextFormat");
          assertThat(format.attribute("pattern")).isEqualTo(field.type().pattern());
          assertThat(format.children("SentinelValue"))
              .extracting(s -> s.attribute("value"))
              .containsExactlyElementsOf(field.isKey() ? List.of("_T", "_U", "_Z") : List.of());
        }
      }
    }

    @Test
    void explainTheSpecialValuesOfAnIdentifierInEveryLanguage() {
      SdmxFile total = structure(CATALOGUE.theme("MISSING")).all("SentinelValue").toList().get(0);
      assertThat(total.byLanguage("Name"))
          .containsOnlyKeys("en", "fr", "es")
          .containsEntry("fr", "Non ventilé");
    }

    @ParameterizedTest
    @CsvSource({
      "MIG_STOCK, GregorianYear",
      "ASYLUM_APP, ObservationalTimePeriod",
    })
    void holdThePeriodsOfTheTheme(String theme, String type) {
      assertThat(
              structure(CATALOGUE.theme(theme))
                  .only("TimeDimension")
                  .only("TextFormat")
                  .attribute("textType"))
          .isEqualTo(type);
    }

    private static Field field(RowType theme, String name) {
      return Stream.concat(theme.fields().stream(), theme.datasetFields().stream())
          .filter(f -> f.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    private static SdmxFile structure(RowType theme) {
      return file("datastructures/" + theme.id() + ".xml").only("DataStructure");
    }
  }
}
