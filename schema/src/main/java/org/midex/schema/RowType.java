package org.midex.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of typed fields: what a theme's observations, case records and their components
 * have in common. Slots are places in {@link #fields()}; the order is the order of the canonical
 * form.
 */
public final class RowType {
  /** What a row of this type is. */
  public enum Kind {
    /** An observation of a theme: flat, written as XML attributes. */
    OBSERVATION,
    /** A case record: nested, written as XML elements. */
    RECORD,
    /** A part of a record or of the header. */
    COMPONENT
  }

  /**
   * The concept, a dimension or an attribute of the dataset, that says what one of the figure is.
   */
  public static final String UNIT_MEASURE = "UNIT_MEASURE";

  /** Fields that a theme can have, so that sets of them are the bits of one number. */
  public static final int MOST_FIELDS = Long.SIZE;

  /**
   * Checks on single rows that a theme can have, so that sets of them and of the rules of every
   * theme are the bits of one number.
   */
  public static final int MOST_ROW_CHECKS = 40;

  private final Kind kind;
  private final Description description;
  private final List<Field> fields;
  private final List<Field> datasetFields;
  private final @Nullable Theme theme;
  private final Map<String, Field> byName = new HashMap<>();

  /**
   * @param fields of the row, each at the place of its slot
   * @param datasetFields attributes stated once for the whole dataset; empty except for themes
   * @param theme what only themes have; null for records and components
   */
  public RowType(
      Kind kind,
      Description description,
      List<Field> fields,
      List<Field> datasetFields,
      @Nullable Theme theme) {
    this.kind = kind;
    this.description = description;
    this.fields = List.copyOf(fields);
    this.datasetFields = List.copyOf(datasetFields);
    this.theme = theme;
    this.fields.forEach(f -> byName.put(f.name(), f));
  }

  /**
   * What people need to know of a type.
   *
   * @param id name of the XML element and the Avro record
   * @param name short name in English
   * @param definition in English
   * @param source legal or statistical source
   * @param since first minor version of the standard that has it
   * @param provisional why it may still change; null when it is stable
   */
  public record Description(
      String id,
      String name,
      String definition,
      String source,
      String since,
      @Nullable String provisional) {}

  /**
   * What only themes have.
   *
   * @param stock whether figures are states at a moment (true) or events over the period (false)
   * @param unit what one of the figure is: a person, a case…
   * @param units codes of {@link #UNIT_MEASURE} that the theme is counted in, the usual one first;
   *     empty when it does not say
   * @param reporter the dimension whose area states the figure
   * @param roles dimension of each role: {@code origin}, {@code transit}, {@code destination}
   * @param mirrors where the partner's view of the same movements is to be found
   * @param negative whether the figure may be below zero
   * @param checks what must hold among the figures
   * @param adds dimensions whose parts are added up, beside other messages, where their total is
   *     not sent; elsewhere parts without a total may be only some of them
   * @param balances what must hold beside figures of other themes or of the period before
   */
  public record Theme(
      boolean stock,
      String unit,
      List<String> units,
      List<Frequency> frequencies,
      String reporter,
      Map<String, String> roles,
      List<Mirror> mirrors,
      boolean negative,
      List<Check> checks,
      Set<String> adds,
      List<Balance> balances) {}

  /**
   * The partner's view of the same movements. A dimension that is not named is not broken down on
   * either side; who reports is never named, since each side has its own.
   *
   * @param theme the theme that holds it
   * @param dimensions this theme's dimension to the partner theme's dimension that has the same
   *     meaning
   * @param codes by this theme's dimension, its code to the partner's code that means the same (in
   *     here, out there); codes that are not named are the same on both sides
   * @param where by this theme's dimension, the codes whose rows have this mirror; empty means all
   *     rows
   * @param there by the partner theme's dimension, the codes of the rows that are the mirror; empty
   *     means all rows
   * @param also by this theme's dimension and code, further codes that the other side may count
   *     under that one
   * @param without by this theme's dimension, codes that the other side may not count where the
   *     dimension is not broken down
   * @param note what keeps the two from being equal, in English
   */
  public record Mirror(
      String theme,
      Map<String, String> dimensions,
      Map<String, Map<String, String>> codes,
      Map<String, List<String>> where,
      Map<String, List<String>> there,
      Map<String, Map<String, List<String>>> also,
      Map<String, List<String>> without,
      String note) {}

  public Kind kind() {
    return kind;
  }

  public String id() {
    return description.id();
  }

  public Description description() {
    return description;
  }

  public List<Field> fields() {
    return fields;
  }

  public Field field(int slot) {
    return fields.get(slot);
  }

  public Optional<Field> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * A field by name.
   *
   * @throws IllegalArgumentException when the type has no such field
   */
  public Field field(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(id() + " has no field " + name));
  }

  public List<Field> datasetFields() {
    return datasetFields;
  }

  /** Fields that together identify a row, in order: the dimensions, then the period. */
  public List<Field> key() {
    return fields.stream().filter(Field::isKey).toList();
  }

  /**
   * A set of fields as one number.
   *
   * @return a bit for each field of the set, the first slot lowest; of use for themes, which have
   *     at most {@link #MOST_FIELDS} fields
   */
  public long bits(Predicate<Field> set) {
    return fields.stream()
        .filter(set)
        .mapToLong(field -> 1L << field.slot())
        .reduce(0, (a, b) -> a | b);
  }

  /** The figure's field, or empty for records and components. */
  public Optional<Field> measure() {
    return fields.stream().filter(f -> f.role() == Field.Role.MEASURE).findFirst();
  }

  /** The period's field, or empty for records and components. */
  public Optional<Field> time() {
    return fields.stream().filter(f -> f.role() == Field.Role.TIME).findFirst();
  }

  /**
   * What only themes have.
   *
   * @throws IllegalStateException when this is a record or component
   */
  public Theme theme() {
    if (theme == null) {
      throw new IllegalStateException(id() + " is no theme");
    }
    return theme;
  }

  @Override
  public String toString() {
    return id();
  }
}
