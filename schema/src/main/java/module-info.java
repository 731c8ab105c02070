/** The standard as data: concepts, code lists, themes, record types, rules. */
module org.midex.schema {
  requires static transitive org.jspecify;
  requires de.siegmar.fastcsv;
  requires org.snakeyaml.engine;

  exports org.midex.schema;
  exports org.midex.schema.publish;
}
