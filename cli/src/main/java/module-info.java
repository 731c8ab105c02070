/** The command line. */
module org.midex.cli {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires java.net.http;
  requires org.midex;
  requires org.midex.codec;
  requires org.midex.conformance;
  requires org.midex.conformance.reference;
  requires org.midex.model;
  requires org.midex.report;
  requires org.midex.schema;
  requires org.midex.tabular;
  requires org.midex.validation;

  opens org.midex.cli to
      info.picocli;
}
