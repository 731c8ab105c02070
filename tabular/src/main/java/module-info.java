/** Tables into messages and back, by mapping files or as filled-in templates. */
module org.midex.tabular {
  requires static transitive org.jspecify;
  requires transitive org.midex.model;
  requires de.siegmar.fastcsv;
  requires java.xml;
  requires org.dhatim.fastexcel;
  requires org.dhatim.fastexcel.reader;

  exports org.midex.tabular;
}
