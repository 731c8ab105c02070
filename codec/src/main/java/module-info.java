/** Bytes to model and back: XML and Avro, signed and sealed packages. */
module org.midex.codec {
  requires static transitive org.jspecify;
  requires transitive org.midex.model;
  requires java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;
  requires org.apache.avro;
  requires com.fasterxml.jackson.core;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.util;
  requires static com.github.luben.zstd_jni;

  exports org.midex.codec;
  exports org.midex.codec.avro;
  exports org.midex.codec.header;
  exports org.midex.codec.pack;
  exports org.midex.codec.xml;
}
