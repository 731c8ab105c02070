package org.midex.codec.head;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.Limits;
import org.midex.schema.Catalogue;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * The different names of elements and attributes that the standard does not have, each with its
 * namespace (LIM-1). Of a long name only a digest is kept. Which names the standard has is asked
 * when there are too many without that: reading all themes takes longer than an honest message.
 */
final class Names {
  private static final int KEPT = 200;

  private final Catalogue catalogue;
  private final Set<String> unknown = new HashSet<>();

  /** Names that the standard may have, by what is kept of them. */
  private final Map<String, String> open = new HashMap<>();

  private @Nullable Set<String> known;

  Names(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Counts an element's name, and tells whether there are too many. */
  boolean count(@Nullable String namespace, String name) {
    return add(namespace, name, Canonical.NAMESPACE.equals(namespace));
  }

  /** Counts an attribute's name, and tells whether there are too many. */
  boolean countAttribute(@Nullable String namespace, String name) {
    return add(namespace, name, namespace == null || namespace.isEmpty());
  }

  private boolean add(@Nullable String namespace, String name, boolean ours) {
    String kept = kept("{" + (namespace == null ? "" : namespace) + "}" + name);
    if (!ours || name.length() > KEPT) {
      unknown.add(kept);
    } else if (known == null) {
      open.put(kept, name);
    } else if (!known.contains(name)) {
      unknown.add(kept);
    }
    if (known == null && unknown.size() + open.size() > Limits.UNKNOWN_NAMES) {
      Set<String> all = ofTheStandard();
      open.values().removeIf(all::contains);
      unknown.addAll(open.keySet());
      open.clear();
      known = all;
    }
    return unknown.size() + open.size() > Limits.UNKNOWN_NAMES;
  }

  private Set<String> ofTheStandard() {
    Set<String> all = new HashSet<>(HeadReader.NAMES);
    for (RowType type : catalogue.themes()) {
      all.add(type.id());
      type.fields().stream().map(Field::name).forEach(all::add);
      type.datasetFields().stream().map(Field::name).forEach(all::add);
    }
    HeadReader.PARTS.forEach(
        part -> catalogue.findType(part).ifPresent(type -> addParts(type, all)));
    return all;
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
