/** One result as text, JSON or NDJSON. */
module org.midex.report {
  requires static transitive org.jspecify;
  requires transitive org.midex.model;
  requires com.fasterxml.jackson.core;

  exports org.midex.report;
  exports org.midex.report.baseline;
  exports org.midex.report.wording;
}
