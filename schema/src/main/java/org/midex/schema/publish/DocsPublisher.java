package org.midex.schema.publish;

import java.util.Map;
import java.util.TreeMap;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;

/** Writes the catalogue as Markdown pages for people who use the standard. */
public final class DocsPublisher {
  private final Catalogue catalogue;

  public DocsPublisher(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The text of each page by path; {@code index.md} links all others. */
  public Map<String, String> files() {
    Names names = new Names(catalogue);
    ReferencePages pages = new ReferencePages(catalogue, names);
    Map<String, String> files = new TreeMap<>();
    files.put("index.md", pages.index());
    files.put("concepts.md", pages.concepts());
    files.put("header.md", pages.header());
    catalogue.findType("Receipt").ifPresent(type -> files.put("receipt.md", pages.receipt(type)));
    files.put("sources.md", pages.sources());
    files.put("languages.md", new LanguagesPage(catalogue, names).page());
    files.put("rules.md", new RulesPage(catalogue, names).page());
    for (RowType theme : catalogue.themes()) {
      files.put("themes/" + theme.id() + ".md", new ThemePage(catalogue, names).of(theme));
    }
    for (CodeList list : catalogue.codeLists()) {
      files.put("codelists/" + list.id() + ".md", new CodeListPage(catalogue, names).of(list));
    }
    return files;
  }
}
