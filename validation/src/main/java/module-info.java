/** Rules and the engine that runs them. */
module org.midex.validation {
  requires static transitive org.jspecify;
  requires transitive org.midex.model;

  exports org.midex.validation;

  uses org.midex.validation.RuleProvider;
}
