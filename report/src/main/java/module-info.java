/** One result as text, JSON, NDJSON, HTML, XLSX or JUnit's XML. */
module org.midex.report {
  requires static transitive org.jspecify;
  requires transitive org.midex.model;
  requires com.fasterxml.jackson.core;
  requires org.dhatim.fastexcel;

  exports org.midex.report;
  exports org.midex.report.baseline;
  exports org.midex.report.wording;
}
