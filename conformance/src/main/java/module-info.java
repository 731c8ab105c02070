/** The conformance suite: vectors, protocol and runner. Knows no codec: it drives any product. */
module org.midex.conformance {
  requires static transitive org.jspecify;
  requires transitive com.fasterxml.jackson.databind;
  requires java.xml;
  requires org.apache.avro;

  exports org.midex.conformance.iut;
  exports org.midex.conformance.report;
  exports org.midex.conformance.run;
  exports org.midex.conformance.suite;
  exports org.midex.conformance.wording;
}
