/** The reference implementation, as the conformance suite asks it. */
module org.midex.conformance.reference {
  requires static transitive org.jspecify;
  requires transitive com.fasterxml.jackson.databind;
  requires org.midex;
  requires org.midex.codec;
  requires org.midex.model;
  requires org.midex.schema;
  requires org.midex.validation;

  exports org.midex.conformance.reference;
}
