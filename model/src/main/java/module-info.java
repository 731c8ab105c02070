/** What a message says, free of syntax. */
@SuppressWarnings("module") // they are compiled later
module org.midex.model {
  requires static transitive org.jspecify;
  requires transitive org.midex.schema;
  requires transitive jakarta.xml.bind;
  requires transitive java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;

  exports org.midex.model;
  exports org.midex.model.header;
  exports org.midex.model.signature;
  exports org.midex.model.io to
      org.midex,
      org.midex.cli,
      org.midex.codec,
      org.midex.tabular,
      org.midex.validation;

  opens org.midex.model.header;
}
