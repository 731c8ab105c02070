package org.midex.validation.internal;

import java.util.StringJoiner;
import org.midex.model.RowView;
import org.midex.schema.Field;

/** A row's key as text. */
public final class RowKey {
  private RowKey() {}

  /** The key's fields as they were sent, separated by colons; nothing where one was not sent. */
  public static String of(RowView row) {
    StringJoiner key = new StringJoiner(":");
    for (Field field : row.type().key()) {
      String text = row.text(field.slot());
      key.add(text == null ? "" : text);
    }
    return key.toString();
  }
}
