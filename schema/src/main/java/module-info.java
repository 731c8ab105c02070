/** The standard as data: concepts, code lists, themes, record types, rules. */
@SuppressWarnings("module") // org.midex.tabular and org.midex.validation are compiled later
module org.midex.schema {
  requires static transitive org.jspecify;
  requires de.siegmar.fastcsv;
  requires org.snakeyaml.engine;

  exports org.midex.schema;
  exports org.midex.schema.internal to
      org.midex.model,
      org.midex.codec,
      org.midex.tabular,
      org.midex.validation;
  exports org.midex.schema.publish;
}
