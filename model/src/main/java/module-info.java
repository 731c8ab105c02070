/** What a message says, free of syntax. */
@SuppressWarnings("module") // org.midex and org.midex.tabular are compiled later
module org.midex.model {
  requires static transitive org.jspecify;
  requires transitive org.midex.schema;
  requires transitive jakarta.xml.bind;

  exports org.midex.model;
  exports org.midex.model.header;
  exports org.midex.model.io to
      org.midex,
      org.midex.tabular;

  opens org.midex.model.header;
}
