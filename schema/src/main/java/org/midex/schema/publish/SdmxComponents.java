package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/** Writes the dimensions, attributes and the measure of a data structure. */
final class SdmxComponents {
  private final SdmxArtefacts artefacts;
  private final SdmxFormats formats;
  private final XmlText xml;

  SdmxComponents(SdmxArtefacts artefacts, SdmxMessage message) {
    this.artefacts = artefacts;
    this.formats = new SdmxFormats(artefacts, message);
    this.xml = message.xml();
  }

  void dimensions(RowType theme) {
    xml.open("str:DimensionList", "id", "DimensionDescriptor");
    int position = 0;
    for (Field field : theme.key()) {
      if (field.role() == Field.Role.TIME) {
        xml.open("str:TimeDimension", "id", field.name());
      } else {
        xml.open("str:Dimension", "id", field.name(), "position", String.valueOf(++position));
        SdmxAnnotations roles = new SdmxAnnotations();
        roles(theme, field).forEach(role -> roles.value("ROLE", role));
        roles.write(xml);
      }
      concept(field);
      xml.open("str:LocalRepresentation");
      formats.ofDimension(field);
      xml.close().close();
    }
    xml.close();
  }

  /** What a dimension says of the movement: {@code reporter}, {@code origin}… */
  private static List<String> roles(RowType theme, Field dimension) {
    List<String> roles = new ArrayList<>();
    if (theme.theme().reporter().equals(dimension.name())) {
      roles.add("reporter");
    }
    for (Map.Entry<String, String> role : theme.theme().roles().entrySet()) {
      if (role.getValue().equals(dimension.name())) {
        roles.add(role.getKey());
      }
    }
    return roles;
  }

  /** Those of an observation, then those that are stated once for the whole dataset. */
  void attributes(RowType theme) {
    List<Field> fields =
        theme.fields().stream().filter(f -> f.role() == Field.Role.ATTRIBUTE).toList();
    if (fields.isEmpty() && theme.datasetFields().isEmpty()) {
      return;
    }
    xml.open("str:AttributeList", "id", "AttributeDescriptor");
    fields.forEach(f -> attribute(f, "str:Observation"));
    theme.datasetFields().forEach(f -> attribute(f, "str:Dataflow"));
    xml.close();
  }

  private void attribute(Field field, String relationship) {
    xml.open("str:Attribute", "id", field.name(), "usage", usage(field));
    concept(field);
    representation(field, true);
    xml.open("str:AttributeRelationship").empty(relationship).close();
    xml.close();
  }

  void measure(RowType theme) {
    xml.open("str:MeasureList", "id", "MeasureDescriptor");
    Field field = theme.measure().orElseThrow();
    xml.open("str:Measure", "id", field.name(), "usage", usage(field));
    concept(field);
    representation(field, theme.theme().negative());
    xml.close().close();
  }

  private void representation(Field field, boolean negative) {
    xml.open("str:LocalRepresentation", "minOccurs", String.valueOf(field.min()), "maxOccurs", "1");
    formats.ofValue(field, negative);
    xml.close();
  }

  private static String usage(Field field) {
    return field.required() ? "mandatory" : "optional";
  }

  private void concept(Field field) {
    xml.leaf("str:ConceptIdentity", artefacts.conceptUrn(field.name()));
  }
}
