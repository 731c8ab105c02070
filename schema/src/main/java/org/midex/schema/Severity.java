package org.midex.schema;

/**
 * How grave a finding is. The standard's MUST makes an error, its SHOULD a warning; information
 * never changes a verdict.
 */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
