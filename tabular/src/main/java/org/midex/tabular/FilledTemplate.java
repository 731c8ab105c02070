package org.midex.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.Node;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.tabular.internal.BadTableException;
import org.midex.tabular.internal.Findings;
import org.midex.tabular.internal.Tables;
import org.midex.tabular.internal.template.HeaderPart;
import org.midex.tabular.internal.template.Marker;
import org.midex.tabular.internal.template.TemplateFile;

/**
 * A template that was filled in: an XLSX workbook or a CSV file that says itself which theme it is
 * of, and so needs no mapping. Immutable.
 */
public final class FilledTemplate {
  private final Catalogue catalogue;
  private final @Nullable Marker marker;

  private FilledTemplate(Catalogue catalogue, @Nullable Marker marker) {
    this.catalogue = catalogue;
    this.marker = marker;
  }

  /**
   * Looks whether the bytes are a template, compressed with gzip or not. The stream is closed.
   *
   * @return empty when they are none; a workbook that exceeds a limit counts as one, and {@link
   *     #open} says what is wrong with it
   * @throws IOException when they cannot be read
   */
  public static Optional<FilledTemplate> find(Catalogue catalogue, InputStream in)
      throws IOException {
    try (in) {
      return TemplateFile.find(Tables.inflated(in)).map(m -> new FilledTemplate(catalogue, m));
    } catch (BadTableException e) {
      return e.isWorkbook() ? Optional.of(new FilledTemplate(catalogue, null)) : Optional.empty();
    }
  }

  /**
   * Id of the theme that the file names; the catalogue may lack it. Null when it cannot be read.
   */
  public @Nullable String theme() {
    return marker == null ? null : marker.theme();
  }

  /**
   * Opens the table. The header sheet is read first and what is wrong with it is reported; the
   * table is read all the same. The stream is closed with the reader.
   *
   * @param own parts of the header that go before the sheet's, or null
   * @param prepared when the message is made, unless one of the headers says it
   * @param id the message's URN
   * @throws MalformedMessageException when the bytes are no template, or of a theme that the
   *     catalogue lacks; it has been reported
   * @throws IOException when the stream cannot be read
   */
  public TableReader open(
      InputStream in, @Nullable Node own, Instant prepared, String id, FindingSink sink)
      throws IOException {
    Findings findings = new Findings(sink);
    TemplateFile file = file(in, findings);
    Mapping mapping = new Mapping(file.parts(), catalogue.edition().standard());
    List<String> missing = new ArrayList<>();
    Node header =
        ImportHeader.complete(catalogue, mapping, own, prepared, f -> addLeaves(f, missing));
    for (Field field : mapping.theme().datasetFields()) {
      if (field.required() && !mapping.dataset().containsKey(field.name())) {
        missing.add(field.name());
      }
    }
    missing.forEach(part -> findings.lacks(part, file.header().cells().get(part)));
    boolean whole = missing.isEmpty() && file.header().sound();
    return new TableReader(file::table, mapping, file.checks(), header, whole, id, sink);
  }

  private TemplateFile file(InputStream in, Findings findings) throws IOException {
    BufferedInputStream bytes = null;
    try {
      bytes = Tables.inflated(in);
      return TemplateFile.open(bytes, catalogue, findings);
    } catch (BadTableException e) {
      in.close();
      throw findings.fatal(e, 0);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The parts of a header's field that no message can do without. */
  private void addLeaves(Field field, List<String> missing) {
    for (HeaderPart part : HeaderPart.of(catalogue.type("Header"))) {
      if (part.required() && part.fields().get(0).equals(field)) {
        missing.add(part.path());
      }
    }
  }
}
