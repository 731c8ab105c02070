package org.midex.schema.publish;

import java.util.List;
import org.midex.schema.Edition;
import org.midex.schema.Texts;

/** A structure message in the making; what it holds is written between start and end. */
final class SdmxMessage {
  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";

  private final SdmxArtefacts artefacts;
  private final List<Texts> translations;
  private final XmlText xml = new XmlText();

  SdmxMessage(SdmxArtefacts artefacts, List<Texts> translations) {
    this.artefacts = artefacts;
    this.translations = translations;
  }

  /** Every language but English. */
  static List<Texts> translations(SdmxArtefacts artefacts) {
    return artefacts.catalogue().languages().stream()
        .filter(l -> !l.equals("en"))
        .map(artefacts.catalogue()::texts)
        .toList();
  }

  /**
   * The envelope and the header.
   *
   * @param id of the message, within the agency
   * @param content what the message is about, for the comment on top
   */
  SdmxMessage start(String id, String content) {
    Edition edition = artefacts.catalogue().edition();
    xml.notice(edition, "SDMX-ML 3.0, " + content);
    xml.open(
        "mes:Structure",
        "xmlns:mes",
        SCHEMAS + "message",
        "xmlns:str",
        SCHEMAS + "structure",
        "xmlns:com",
        SCHEMAS + "common");
    xml.open("mes:Header")
        .leaf("mes:ID", artefacts.agency() + "_" + id)
        .leaf("mes:Test", "false")
        .leaf("mes:Prepared", edition.date() + "T00:00:00Z")
        .empty("mes:Sender", "id", artefacts.agency())
        .close();
    xml.open("mes:Structures");
    return this;
  }

  /** The text being written. */
  XmlText xml() {
    return xml;
  }

  /** Opens an artefact of the agency, with the annotations that each has. */
  void open(String element, String type, String id, SdmxAnnotations annotations) {
    xml.open(
        element,
        "urn",
        artefacts.urn(type, id),
        "agencyID",
        artefacts.agency(),
        "id",
        id,
        "version",
        artefacts.version());
    annotations.value("EDITION", artefacts.catalogue().edition().date().toString());
    artefacts.extension().ifPresent(e -> annotations.value("EXTENSION", e.label()));
    annotations.write(xml);
  }

  /** A name that only English has. */
  void name(String english) {
    xml.leaf("com:Name", english, "xml:lang", "en");
  }

  /** Names in every language that has one. */
  void names(String english, String key) {
    texts("com:Name", english, key);
  }

  /** Descriptions in every language that has one. */
  void descriptions(String english, String key) {
    texts("com:Description", english, key);
  }

  private void texts(String element, String english, String key) {
    xml.leaf(element, english, "xml:lang", "en");
    for (Texts texts : translations) {
      texts.own(key).ifPresent(text -> xml.leaf(element, text, "xml:lang", texts.language()));
    }
  }

  String finish() {
    return xml.close().close().toString();
  }
}
