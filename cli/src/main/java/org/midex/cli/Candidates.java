package org.midex.cli;

import java.util.Iterator;
import java.util.List;
import org.midex.schema.Catalogue;
import org.midex.tabular.Mapping;

/** What the shell can complete: names that the catalogue and the built-in mappings know. */
final class Candidates {
  private Candidates() {}

  static final class Languages implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.standard().languages().iterator();
    }
  }

  static final class Lists implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.standard().codeListIds().iterator();
    }
  }

  /** What {@code catalogue show} shows. */
  static final class Shown implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Asked.ids(Catalogue.standard()).iterator();
    }
  }

  static final class Themes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalogue.standard().themeIds().iterator();
    }
  }

  static final class Mappings implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Mapping.builtInIds().iterator();
    }
  }

  /** Whatever has an explanation. */
  static final class Explained implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      Catalogue catalogue = Catalogue.standard();
      return List.of(catalogue.ruleIds(), catalogue.themeIds(), catalogue.codeListIds()).stream()
          .flatMap(java.util.Collection::stream)
          .iterator();
    }
  }
}
