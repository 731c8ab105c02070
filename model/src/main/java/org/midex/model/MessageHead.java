package org.midex.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.schema.RowType;

/**
 * Everything of a message before its first row. Texts are as sent and may be wrong; what was
 * missing is null.
 *
 * @param id the message's URN
 * @param version version of the standard, {@code major.minor}
 * @param header the header's fields, as a tree of the catalogue's type {@code Header}
 * @param type the payload's theme or record type; null when it is missing or unknown
 * @param action what the dataset does; null when it is missing or unknown
 * @param attributes dataset attributes by name
 */
public record MessageHead(
    @Nullable String id,
    @Nullable String version,
    Node header,
    @Nullable RowType type,
    @Nullable Action action,
    Map<String, String> attributes) {
  public MessageHead {
    attributes = Map.copyOf(attributes);
  }
}
