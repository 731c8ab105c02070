package org.midex.cli;

import org.midex.schema.Catalogue;
import org.midex.schema.Edition;
import picocli.CommandLine.IVersionProvider;

/** Versions of the program, the standard and the catalogue. */
final class Versions implements IVersionProvider {
  /** The program's version; {@code development} when it does not run from its jar. */
  static String program() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    Edition edition = Catalogue.standard().edition();
    String state = edition.draft() ? ", draft" : "";
    return new String[] {
      "midex " + program(), "standard " + edition.standard() + ", edition " + edition.date() + state
    };
  }
}
