/** The one dependency of a vendor: read, write, import, validate, compare. */
module org.midex {
  requires static transitive org.jspecify;
  requires transitive org.midex.codec;
  requires transitive org.midex.tabular;
  requires transitive org.midex.validation;
  requires java.xml;

  exports org.midex;
}
