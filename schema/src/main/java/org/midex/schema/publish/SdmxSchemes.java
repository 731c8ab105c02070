package org.midex.schema.publish;

import java.util.List;
import org.midex.schema.Concept;
import org.midex.schema.Extension;
import org.midex.schema.Texts;

/** Writes the agency scheme and the concept scheme. */
final class SdmxSchemes {
  private final SdmxArtefacts artefacts;
  private final List<Texts> translations;

  SdmxSchemes(SdmxArtefacts artefacts) {
    this.artefacts = artefacts;
    this.translations = SdmxMessage.translations(artefacts);
  }

  /**
   * The agency, as part of the scheme in which SDMX keeps those at the top. That scheme has neither
   * version nor other names than SDMX's.
   */
  String agencies() {
    SdmxMessage message = new SdmxMessage(artefacts, translations).start("AGENCIES", "the agency");
    XmlText xml = message.xml();
    xml.open("str:AgencySchemes");
    xml.open("str:AgencyScheme", "agencyID", "SDMX", "id", "AGENCIES", "isPartial", "true");
    message.name("SDMX Agency Scheme");
    xml.open("str:Agency", "id", artefacts.agency());
    artefacts
        .extension()
        .ifPresent(
            e ->
                new SdmxAnnotations()
                    .text("SOURCE", e.source())
                    .value("EXTENSION", e.label())
                    .write(xml));
    message.name(artefacts.extension().map(Extension::name).orElse("Migration Data Exchange"));
    xml.close().close().close();
    return message.finish();
  }

  String concepts() {
    String id = artefacts.conceptSchemeId();
    SdmxMessage message = new SdmxMessage(artefacts, translations).start(id, "the concepts");
    XmlText xml = message.xml();
    xml.open("str:ConceptSchemes");
    message.open("str:ConceptScheme", "conceptscheme.ConceptScheme", id, new SdmxAnnotations());
    message.name("Concepts of " + artefacts.agency());
    for (Concept concept : artefacts.concepts()) {
      xml.open("str:Concept", "id", concept.id());
      new SdmxAnnotations().text("SOURCE", concept.source()).write(xml);
      message.names(concept.name(), "concept." + concept.id() + ".name");
      message.descriptions(concept.definition(), "concept." + concept.id() + ".definition");
      xml.close();
    }
    xml.close().close();
    return message.finish();
  }
}
