package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.midex.schema.Catalogue;
import org.midex.schema.Edition;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

/**
 * Writes the XML schemas (XSD 1.0) of a catalogue. {@code midex.xsd} declares the message and
 * includes the rest; every file also loads alone. Identity constraints are left to the rules:
 * {@code xs:unique} takes quadratic time in the JDK.
 */
public final class XsdPublisher {
  /** The list of a dataset's actions. */
  static final String ACTIONS = "CL_ACTION";

  private static final String TYPES = "midex-types.xsd";
  private static final String HEADER = "midex-header.xsd";
  private static final String RECEIPT = "midex-receipt.xsd";

  private final Catalogue catalogue;
  private final Edition edition;

  public XsdPublisher(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.edition = catalogue.edition();
  }

  /** The XML namespace of an edition's messages, one a major version: {@code urn:midex:1}. */
  public static String namespace(Edition edition) {
    return "urn:midex:" + edition.major();
  }

  /** The text of each schema by file name. */
  public Map<String, String> files() {
    XsdTypes types = new XsdTypes();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("midex.xsd", message(types));
    files.put(HEADER, components("the header and its parts", catalogue.type("Header"), types));
    receipt()
        .ifPresent(
            type -> files.put(RECEIPT, components("the receipt and its parts", type, types)));
    for (RowType theme : catalogue.themes()) {
      files.put(theme.id() + ".xsd", theme(theme, types));
    }
    XmlText xsd = Xsd.start(edition, "simple types and code lists");
    types.write(xsd);
    files.put(TYPES, Xsd.finish(xsd));
    return files;
  }

  private Optional<RowType> receipt() {
    return catalogue.findType("Receipt");
  }

  private String message(XsdTypes types) {
    List<String> includes = new ArrayList<>(List.of(TYPES, HEADER));
    receipt().ifPresent(type -> includes.add(RECEIPT));
    catalogue.themeIds().forEach(id -> includes.add(id + ".xsd"));
    XmlText xsd = Xsd.start(edition, "the message", includes.toArray(String[]::new));
    xsd.open("xs:element", "name", "Message");
    Xsd.document(xsd, "One file of the exchange: a header and one payload.");
    xsd.open("xs:complexType").open("xs:sequence");
    xsd.empty("xs:element", "name", "Header", "type", "Header");
    xsd.open("xs:choice");
    catalogue.themeIds().forEach(id -> xsd.empty("xs:element", "ref", id));
    receipt().ifPresent(t -> xsd.empty("xs:element", "name", t.id(), "type", t.id()));
    xsd.close().close();
    attribute(
        xsd,
        "version",
        types.use(ValueType.of(ValueType.Kind.VERSION)),
        true,
        "Version of the standard that holds the content");
    attribute(
        xsd,
        "id",
        types.use(ValueType.of(ValueType.Kind.URN)),
        true,
        "The message's own name, never given to another one");
    return Xsd.finish(xsd.close().close());
  }

  private String components(String title, RowType outermost, XsdTypes types) {
    XmlText xsd = Xsd.start(edition, title, TYPES);
    Map<String, RowType> components = new LinkedHashMap<>();
    Components.collect(outermost, components);
    components.values().forEach(type -> component(xsd, type, types));
    return Xsd.finish(xsd);
  }

  private static void component(XmlText xsd, RowType type, XsdTypes types) {
    xsd.open("xs:complexType", "name", type.id());
    Xsd.document(xsd, type.description().definition());
    xsd.open("xs:sequence");
    for (Field field : type.fields()) {
      xsd.open(
          "xs:element",
          "name",
          field.name(),
          "type",
          types.use(field.type()),
          "minOccurs",
          String.valueOf(field.min()),
          "maxOccurs",
          field.max() == Integer.MAX_VALUE ? "unbounded" : String.valueOf(field.max()));
      Xsd.document(xsd, field.definition());
      xsd.close();
    }
    xsd.close().close();
  }

  private String theme(RowType theme, XsdTypes types) {
    XmlText xsd = Xsd.start(edition, "the theme " + theme.id(), TYPES);
    xsd.open("xs:element", "name", theme.id());
    Xsd.document(xsd, theme.description().name() + ". " + theme.description().definition());
    xsd.open("xs:complexType").open("xs:sequence");
    xsd.open("xs:element", "name", "Obs", "minOccurs", "0", "maxOccurs", "unbounded")
        .open("xs:complexType");
    attributes(xsd, theme.fields(), types);
    xsd.close().close().close();
    attribute(
        xsd,
        "action",
        types.use(ValueType.code(catalogue.codeList(ACTIONS))),
        true,
        "What the receiver does with the observations");
    attributes(xsd, theme.datasetFields(), types);
    return Xsd.finish(xsd.close().close());
  }

  private static void attributes(XmlText xsd, List<Field> fields, XsdTypes types) {
    fields.forEach(
        f -> attribute(xsd, f.name(), types.use(f.type()), f.required(), f.definition()));
  }

  private static void attribute(
      XmlText xsd, String name, String type, boolean required, String definition) {
    xsd.open("xs:attribute", "name", name, "type", type, "use", required ? "required" : "optional");
    Xsd.document(xsd, definition);
    xsd.close();
  }
}
