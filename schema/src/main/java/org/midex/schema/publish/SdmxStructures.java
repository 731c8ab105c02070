package org.midex.schema.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.midex.schema.RowType;
import org.midex.schema.Texts;

/**
 * Writes the data structure of a theme and the dataflow that uses it; both have the theme's id. The
 * frequency is no dimension, since the form of the period shows it.
 */
final class SdmxStructures {
  private final SdmxArtefacts artefacts;
  private final List<Texts> translations;

  SdmxStructures(SdmxArtefacts artefacts) {
    this.artefacts = artefacts;
    this.translations = SdmxMessage.translations(artefacts);
  }

  String of(RowType theme) {
    SdmxMessage message =
        new SdmxMessage(artefacts, translations).start(theme.id(), "the theme " + theme.id());
    XmlText xml = message.xml();
    xml.open("str:Dataflows");
    message.open("str:Dataflow", "datastructure.Dataflow", theme.id(), new SdmxAnnotations());
    describe(message, theme);
    xml.leaf("str:Structure", artefacts.structureUrn(theme)).close().close();
    xml.open("str:DataStructures");
    message.open(
        "str:DataStructure", "datastructure.DataStructure", theme.id(), annotations(theme));
    describe(message, theme);
    xml.open("str:DataStructureComponents");
    SdmxComponents components = new SdmxComponents(artefacts, message);
    components.dimensions(theme);
    components.attributes(theme);
    components.measure(theme);
    xml.close().close().close();
    return message.finish();
  }

  private static void describe(SdmxMessage message, RowType theme) {
    String key = "theme." + theme.id();
    message.names(theme.description().name(), key + ".name");
    message.descriptions(theme.description().definition(), key + ".definition");
  }

  private static SdmxAnnotations annotations(RowType theme) {
    RowType.Theme facts = theme.theme();
    SdmxAnnotations annotations =
        new SdmxAnnotations()
            .value("STOCK_FLOW", facts.stock() ? "stock" : "flow")
            .text("UNIT", facts.unit())
            .value(
                "FREQUENCIES",
                facts.frequencies().stream()
                    .sorted()
                    .map(Enum::name)
                    .collect(Collectors.joining(" ")));
    for (RowType.Mirror mirror : facts.mirrors()) {
      annotations.add("MIRROR", mirror.theme(), mirror.note(), pairs(mirror));
    }
    annotations.text("SOURCE", theme.description().source());
    String provisional = theme.description().provisional();
    if (provisional != null) {
      annotations.add("STATUS", null, provisional, "provisional");
    }
    return annotations;
  }

  /** This theme's dimension and the partner's, {@code REF_AREA=DESTINATION ORIGIN=REF_AREA}. */
  private static String pairs(RowType.Mirror mirror) {
    return mirror.dimensions().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(" "));
  }
}
