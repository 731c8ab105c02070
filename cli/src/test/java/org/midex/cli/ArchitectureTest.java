package org.midex.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;

/**
 * The arrows of the design: model → schema; codec, tabular, validation, report → model; library and
 * cli on top.
 */
@ArchTag("once")
@AnalyzeClasses(packages = "org.midex", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("schema")
          .definedBy("org.midex.schema..")
          .layer("model")
          .definedBy("org.midex.model..")
          .layer("codec")
          .definedBy("org.midex.codec..")
          .layer("tabular")
          .definedBy("org.midex.tabular..")
          .layer("validation")
          .definedBy("org.midex.validation..")
          .layer("report")
          .definedBy("org.midex.report..")
          .layer("library")
          .definedBy("org.midex", "org.midex.internal..")
          .layer("cli")
          .definedBy("org.midex.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("library")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("validation")
          .mayOnlyBeAccessedByLayers("library", "cli")
          .whereLayer("tabular")
          .mayOnlyBeAccessedByLayers("library", "cli")
          .whereLayer("codec")
          .mayOnlyBeAccessedByLayers("library", "cli")
          .whereLayer("schema")
          .mayOnlyBeAccessedByLayers(
              "model", "codec", "tabular", "validation", "report", "library", "cli")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("codec", "tabular", "validation", "report", "library", "cli");

  @ArchTest static final ArchRule XML_KNOWS_NO_OTHER_SYNTAX = apart("xml", "avro", "pack");

  @ArchTest static final ArchRule AVRO_KNOWS_NO_OTHER_SYNTAX = apart("avro", "xml", "pack");

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_KNOW_WHAT_IS_IN_THEM = apart("pack", "xml", "avro", "head");

  private static ArchRule apart(String one, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("org.midex.codec." + one + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(others)
                .map(other -> "org.midex.codec." + other + "..")
                .toArray(String[]::new));
  }

  @ArchTest
  static final ArchRule ONLY_HEADERS_BIND =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.midex.codec.header..", "org.midex.model.header..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.xml.bind..");

  @ArchTest
  static final ArchRule ONE_CLASS_MAKES_XML_PARSERS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.midex.model.io.HardenedXml")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "com\\.ctc\\.wstx\\.stax\\.WstxInputFactory|javax\\.xml\\.(parsers\\..*|transform\\.TransformerFactory|validation\\.SchemaFactory)")
          .orShould()
          .callMethodWhere(
              target(owner(assignableTo(XMLInputFactory.class)))
                  .and(target(nameMatching("new.*")))
                  .as("makes an XMLInputFactory"));

  @ArchTest
  static final ArchRule NO_CIRCLES_BETWEEN_MODULES =
      SlicesRuleDefinition.slices().matching("org.midex.(*)..").should().beFreeOfCycles();
}
