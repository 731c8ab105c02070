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
 * @param receipt the receipt that the message holds instead of a dataset, as a tree of the
 *     catalogue's type {@code Receipt}; null when it holds none. There are no rows then
 */
public record MessageHead(
    @Nullable String id,
    @Nullable String version,
    Node header,
    @Nullable RowType type,
    @Nullable Action action,
    Map<String, String> attributes,
    @Nullable Node receipt) {
  public MessageHead {
    attributes = Map.copyOf(attributes);
  }

  /** The head of a message with a dataset. */
  public MessageHead(
      @Nullable String id,
      @Nullable String version,
      Node header,
      @Nullable RowType type,
      @Nullable Action action,
      Map<String, String> attributes) {
    this(id, version, header, type, action, attributes, null);
  }

  /** The head of a message with a receipt. */
  public static MessageHead ofReceipt(
      @Nullable String id, @Nullable String version, Node header, Node receipt) {
    return new MessageHead(id, version, header, null, null, Map.of(), receipt);
  }

  /** Id of the theme or record type, or {@code Receipt}; null when it is missing or unknown. */
  public @Nullable String payload() {
    if (receipt != null) {
      return receipt.name();
    }
    return type == null ? null : type.id();
  }

  /** Whether the message holds a receipt. */
  public boolean isReceipt() {
    return receipt != null;
  }
}
