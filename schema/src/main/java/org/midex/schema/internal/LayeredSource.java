package org.midex.schema.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.midex.schema.CatalogueSource;

/** A catalogue with an extension over it. */
public final class LayeredSource implements CatalogueSource {
  private final CatalogueSource core;
  private final ExtensionSource extension;

  public LayeredSource(CatalogueSource core, ExtensionSource extension) {
    this.core = core;
    this.extension = extension;
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    InputStream found = core.open(path);
    return found != null ? found : extension.open(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    TreeSet<String> names = new TreeSet<>(core.list(folder));
    names.addAll(extension.list(folder));
    return List.copyOf(names);
  }

  @Override
  public List<CatalogueSource> layers() {
    return List.of(core, extension);
  }
}
