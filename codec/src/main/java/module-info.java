/** Bytes to model and back: XML and Avro. */
module org.midex.codec {
  requires static transitive org.jspecify;
  requires transitive org.midex.model;
  requires java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;

  exports org.midex.codec;
  exports org.midex.codec.header;
  exports org.midex.codec.xml;
}
