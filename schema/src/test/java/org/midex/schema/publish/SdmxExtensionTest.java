package org.midex.schema.publish;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.schema.Catalogue;

/** An extension's artefacts are its own agency's, and refer to the standard's. */
class SdmxExtensionTest {
  private static final Map<String, String> STANDARD =
      new SdmxPublisher(Catalogue.standard()).files();
  private static final Map<String, String> EXTENDED =
      new SdmxPublisher(Catalogue.standard().extended(Path.of("../examples/extension"))).files();
  private static final String CODELIST = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=";

  @Test
  void theFilesOfTheStandardStayAsTheyAre() {
    assertThat(EXTENDED).containsAllEntriesOf(STANDARD);
  }

  @Test
  void itsFilesAreInAFolderOfItsOwn() {
    assertThat(EXTENDED.keySet())
        .filteredOn(path -> !STANDARD.containsKey(path))
        .containsExactlyInAnyOrder(
            "RVR/agencies.xml",
            "RVR/concepts.xml",
            "RVR/codelists/CL_AREA.xml",
            "RVR/codelists/CL_RVR_HERD.xml",
            "RVR/datastructures/RVR_TRANSHUMANCE.xml");
  }

  @Test
  void allIsValidAndResolves() {
    EXTENDED.forEach(
        (path, text) ->
            assertThatCode(() -> SdmxPublisherTest.validate(text))
                .as(path)
                .doesNotThrowAnyException());
    assertThat(SdmxPublisherTest.unresolved(EXTENDED)).isEmpty();
  }

  @Test
  void itsAgencySaysWhoItIs() {
    SdmxFile agency = file("RVR/agencies.xml").only("Agency");
    assertThat(agency.attribute("id")).isEqualTo("RVR");
    assertThat(agency.byLanguage("Name")).containsEntry("en", "Great River Basin (example)");
    assertThat(agency.annotations("EXTENSION")).containsExactly("RVR:2026-11-01");
  }

  @Test
  void aListOfTheStandardIsExtendedByAListOfItsOwn() {
    SdmxFile list = file("RVR/codelists/CL_AREA.xml").only("CodelistExtension");
    assertThat(list.only("Codelist").text()).isEqualTo(CODELIST + "MIDEX:CL_AREA(1.0)");
    SdmxFile message = file("RVR/codelists/CL_AREA.xml");
    assertThat(message.all("Code"))
        .singleElement()
        .satisfies(
            code -> {
              assertThat(code.attribute("id")).isEqualTo("RVR_BASIN");
              assertThat(code.annotations("MEMBER")).containsExactly("MLI", "NER", "NGA");
              assertThat(code.byLanguage("Name")).containsEntry("fr", "Bassin du grand fleuve");
            });
  }

  @Test
  void aThemeTakesEachListAndConceptFromWhoMaintainsIt() {
    SdmxFile theme = file("RVR/datastructures/RVR_TRANSHUMANCE.xml");
    assertThat(theme.all("Enumeration").map(SdmxFile::text).distinct())
        .containsExactly(
            CODELIST + "RVR:CL_AREA(1.0)",
            CODELIST + "RVR:CL_RVR_HERD(1.0)",
            CODELIST + "MIDEX:CL_SEX(1.0)",
            CODELIST + "MIDEX:CL_OBS_STATUS(1.0)");
    assertThat(theme.all("ConceptIdentity").map(SdmxFile::text))
        .contains(
            "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=RVR:CS_RVR(1.0).RVR_HERD",
            "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=MIDEX:CS_MIDEX(1.0).SEX");
    assertThat(theme.only("DataStructure").attribute("agencyID")).isEqualTo("RVR");
    assertThat(theme.only("DataStructure").byLanguage("Name")).containsKeys("ar", "en", "fr");
  }

  @Test
  void aCodeThatIsNoSdmxIdKeepsItsSpellingInAnAnnotation(@TempDir Path folder) throws IOException {
    String columns =
        "code,name,parent,valid_from,valid_to,aggregate,successor,flags,source,status\n";
    write(folder, "extension.yaml", "id: RVR\nname: River\nversion: 1--2\nsource: test\n");
    write(
        folder,
        "codelists.csv",
        "id,open,pattern,name,definition,source,status\nCL_RVR_X,false,,X,X & <more>,test,\n");
    write(
        folder,
        "codelists/CL_RVR_X.csv",
        columns
            + "1.2,One point two,,,,,,,test,\n1.2.3,Three,1.2,,,,,,test,\nA.B,B,A,,,,,,test,\nA,A,,,,,,,test,\n");
    Map<String, String> files =
        new SdmxPublisher(Catalogue.standard().extended(folder).loadAll()).files();
    String text = requireNonNull(files.get("RVR/codelists/CL_RVR_X.xml"));
    assertThatCode(() -> SdmxPublisherTest.validate(text)).doesNotThrowAnyException();
    SdmxFile list = SdmxFile.read(text).only("Codelist");
    assertThat(list.children("Code"))
        .extracting(
            c -> c.attribute("id"),
            c -> c.annotations("CODE"),
            c -> c.annotations("PARENT"),
            c -> c.children("Parent").stream().map(SdmxFile::text).toList())
        .containsExactly(
            tuple("1$2E2", List.of("1.2"), List.of(), List.of()),
            tuple("1$2E2$2E3", List.of("1.2.3"), List.of("1$2E2"), List.of()),
            tuple("A$2EB", List.of("A.B"), List.of(), List.of("A")),
            tuple("A", List.of(), List.of(), List.of()));
    assertThat(list.byLanguage("Description")).containsEntry("en", "X & <more>");
    assertThat(files).doesNotContainKey("RVR/concepts.xml");
  }

  private static SdmxFile file(String path) {
    return SdmxFile.read(requireNonNull(EXTENDED.get(path), path));
  }

  private static void write(Path folder, String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
