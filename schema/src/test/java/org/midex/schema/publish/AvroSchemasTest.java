package org.midex.schema.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.schema.ValueType;

class AvroSchemasTest {
  /** Strict: no comments, no duplicate names, nothing after the end. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static List<RowType> themes() {
    return Catalogue.standard().themes();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aThemeIsARecordWithTheFieldsInOrder(RowType theme) {
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(theme));
    assertThat(schema.getFullName()).isEqualTo("org.midex.v1." + theme.id());
    assertThat(schema.getFields())
        .extracting(Schema.Field::name)
        .isEqualTo(theme.fields().stream().map(Field::name).toList());
    assertThat(schema.getFields())
        .extracting(Schema.Field::doc)
        .isEqualTo(theme.fields().stream().map(Field::definition).toList());
  }

  @ParameterizedTest
  @MethodSource("themes")
  void keysAreStringsAndTheFigureIsANumberOrNothing(RowType theme) {
    Schema schema = new Schema.Parser().parse(AvroSchemas.json(theme));
    theme
        .key()
        .forEach(
            f ->
                assertThat(schema.getField(f.name()).schema().getType())
                    .isEqualTo(Schema.Type.STRING));
    List<Schema> figure = schema.getField("OBS_VALUE").schema().getTypes();
    assertThat(figure.get(0).getType()).isEqualTo(Schema.Type.NULL);
    int scale = theme.measure().orElseThrow().type().scale();
    assertThat(figure.get(1).getType())
        .isEqualTo(scale == 0 ? Schema.Type.LONG : Schema.Type.BYTES);
    assertThat(figure.get(1).getLogicalType())
        .isEqualTo(scale == 0 ? null : LogicalTypes.decimal(18, scale));
    assertThat(schema.getField("OBS_STATUS").schema()).hasToString("[\"null\",\"string\"]");
    assertThat(schema.getField("OBS_STATUS").hasDefaultValue()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void theTextIsStrictJson(RowType theme) throws Exception {
    JsonNode json = JSON.readTree(AvroSchemas.json(theme));
    assertThat(json.get("fields")).hasSize(theme.fields().size());
  }

  @Test
  void anAmountIsADecimalOfItsScale() {
    RowType type =
        type(
            new Field(
                "OBS_VALUE", 0, Field.Role.MEASURE, ValueType.amount(2), 0, 1, "1.0", "Euros"));
    Schema amount =
        new Schema.Parser()
            .parse(AvroSchemas.json(type))
            .getField("OBS_VALUE")
            .schema()
            .getTypes()
            .get(1);
    assertThat(amount.getLogicalType()).isEqualTo(LogicalTypes.decimal(18, 2));
  }

  @Test
  void quotesAndControlCharactersAreEscaped() {
    String definition = "a \"quoted\\\" text\nof\u0001 two lines … 𝛼";
    RowType type =
        type(
            new Field(
                "COMMENT",
                0,
                Field.Role.ATTRIBUTE,
                ValueType.of(ValueType.Kind.TEXT),
                0,
                1,
                "1.0",
                definition));
    assertThat(new Schema.Parser().parse(AvroSchemas.json(type)).getField("COMMENT").doc())
        .isEqualTo(definition);
  }

  @Test
  void aTypeWithPartsIsRefused() {
    assertThatThrownBy(() -> AvroSchemas.json(Catalogue.standard().type("Header")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Extension");
  }

  private static RowType type(Field field) {
    return new RowType(
        RowType.Kind.RECORD,
        new RowType.Description("THING", "Thing", "A thing", "test", "1.0", null),
        List.of(field),
        List.of(),
        null);
  }
}
