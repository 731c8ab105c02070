/** What a message says, free of syntax. */
module org.midex.model {
  requires static transitive org.jspecify;
  requires transitive org.midex.schema;
  requires transitive jakarta.xml.bind;

  exports org.midex.model;
  exports org.midex.model.header;

  opens org.midex.model.header;
}
