package org.midex.codec.head;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * The different names of elements and attributes that the standard does not have, each with its
 * namespace (LIM-1). Of a long name only a digest is kept.
 */
final class Names {
  private static final int KEPT = 200;

  private final Catalogue catalogue;
  private final Set<String> unknown = new HashSet<>();
  private @Nullable Set<String> known;

  Names(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Counts an element's name, and tells how many there are. */
  int count(@Nullable String namespace, String name) {
    return add(namespace, name, Canonical.NAMESPACE.equals(namespace));
  }

  /** Counts an attribute's name, and tells how many there are. */
  int countAttribute(@Nullable String namespace, String name) {
    return add(namespace, name, namespace == null || namespace.isEmpty());
  }

  private int add(@Nullable String namespace, String name, boolean ours) {
    if (!ours || !known().contains(name)) {
      unknown.add(kept("{" + (namespace == null ? "" : namespace) + "}" + name));
    }
    return unknown.size();
  }

  private Set<String> known() {
    if (known == null) {
      Set<String> all = new HashSet<>(HeadReader.NAMES);
      for (RowType type : catalogue.themes()) {
        all.add(type.id());
        type.fields().stream().map(Field::name).forEach(all::add);
        type.datasetFields().stream().map(Field::name).forEach(all::add);
      }
      HeadReader.PARTS.forEach(
          part -> catalogue.findType(part).ifPresent(type -> addParts(type, all)));
      known = all;
    }
    return known;
  }

  private static void addParts(RowType type, Set<String> all) {
    for (Field field : type.fields()) {
      all.add(field.name());
      RowType component = field.type().component();
      if (component != null) {
        addParts(component, all);
      }
    }
  }

  private static String kept(String name) {
    if (name.length() <= KEPT) {
      return name;
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
