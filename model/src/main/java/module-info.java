/** What a message says, free of syntax. */
module org.midex.model {
  requires static transitive org.jspecify;
  requires transitive org.midex.schema;

  exports org.midex.model;
}
