package org.midex.tabular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.midex.model.MalformedMessageException;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;

/** What a filled-in template gave. */
record ReadTemplate(Imported imported, boolean whole) {

  /** An empty workbook. */
  static byte[] workbook(String theme, String language, Map<String, String> constants) {
    return workbook(Imported.CATALOGUE, theme, language, constants);
  }

  static byte[] workbook(
      Catalogue catalogue, String theme, String language, Map<String, String> constants) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Template(catalogue.theme(theme), language, constants, 5).writeWorkbook(catalogue, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String csv(String theme, Map<String, String> constants) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Template(Imported.CATALOGUE.theme(theme), "en", constants, 5)
          .writeCsv(Imported.CATALOGUE, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  static ReadTemplate of(byte[] file) {
    return of(Imported.CATALOGUE, file);
  }

  static ReadTemplate of(Catalogue catalogue, byte[] file) {
    List<Imported.Found> found = new ArrayList<>();
    List<Observation> observations = new ArrayList<>();
    List<org.midex.model.Location> places = new ArrayList<>();
    try {
      FilledTemplate template =
          FilledTemplate.find(catalogue, new ByteArrayInputStream(file)).orElseThrow();
      try (TableReader reader =
          template.open(
              new ByteArrayInputStream(file),
              null,
              Instant.EPOCH,
              "urn:example:1",
              Imported.collecting(found))) {
        while (reader.next()) {
          observations.add(reader.row().toObservation());
          places.add(reader.location());
        }
        return new ReadTemplate(
            new Imported(observations, places, found, reader.account(), null, reader.head()),
            reader.headIsWhole());
      }
    } catch (MalformedMessageException e) {
      return new ReadTemplate(
          new Imported(observations, places, found, null, e.getMessage(), null), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Observation> observations() {
    return imported.observations();
  }

  List<String> rules() {
    return imported.rules();
  }

  /** The only finding. */
  Imported.Found finding() {
    if (imported.findings().size() != 1) {
      throw new AssertionError("expected one finding: " + imported.findings());
    }
    return imported.findings().get(0);
  }
}
