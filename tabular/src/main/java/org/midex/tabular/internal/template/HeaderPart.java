package org.midex.tabular.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.midex.schema.Field;
import org.midex.schema.RowType;

/**
 * A row of the header sheet: one leaf of the message header.
 *
 * @param path the names from the header down, {@code Sender.Area}
 * @param types the types that hold the fields, each with the field of the same place
 * @param fields from the header's field down to the leaf
 */
public record HeaderPart(String path, List<RowType> types, List<Field> fields) {
  /** What the program says of its catalogue, so that nobody fills it in. */
  private static final Set<String> OF_THE_CATALOGUE = Set.of("Edition", "Extension");

  /** What the import says when nobody fills it in. */
  private static final String PREPARED = "Prepared";

  public HeaderPart {
    types = List.copyOf(types);
    fields = List.copyOf(fields);
  }

  /** All leaves of a header type, in order. */
  public static List<HeaderPart> of(RowType header) {
    List<HeaderPart> parts = new ArrayList<>();
    collect(header, List.of(), List.of(), parts);
    return parts;
  }

  private static void collect(
      RowType type, List<RowType> types, List<Field> above, List<HeaderPart> parts) {
    for (Field field : type.fields()) {
      List<RowType> typePath = plus(types, type);
      List<Field> fields = plus(above, field);
      RowType component = field.type().component();
      if (component != null) {
        collect(component, typePath, fields, parts);
      } else if (!OF_THE_CATALOGUE.contains(field.name()) || !above.isEmpty()) {
        String path = String.join(".", fields.stream().map(Field::name).toList());
        parts.add(new HeaderPart(path, typePath, fields));
      }
    }
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> more = new ArrayList<>(list);
    more.add(item);
    return more;
  }

  Field leaf() {
    return fields.get(fields.size() - 1);
  }

  /**
   * The leaf as a field named by its path. It may be given several times when any group above it
   * may.
   */
  Field asField() {
    Field leaf = leaf();
    boolean several = fields.stream().anyMatch(f -> f.max() > 1);
    return new Field(
        path,
        leaf.slot(),
        leaf.role(),
        leaf.type(),
        required() ? 1 : 0,
        several ? Integer.MAX_VALUE : 1,
        leaf.since(),
        leaf.definition());
  }

  /** Whether the import says it when it is not filled in. */
  boolean saidByImport() {
    return path.equals(PREPARED);
  }

  /** Whether no message can do without it, and nobody but the sender can say it. */
  public boolean required() {
    return !saidByImport() && fields.stream().allMatch(Field::required);
  }
}
