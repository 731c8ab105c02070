package org.midex.validation.internal.across;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.midex.model.Action;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.schema.Field;
import org.midex.schema.RowType;
import org.midex.validation.Companion;
import org.midex.validation.internal.Rounding;

/** The figures that one message contributes to a comparison. */
final class Side {
  private final Projection projection;
  private final Field measure;
  private final Rounding rounding;
  private final Figures figures = new Figures();
  private final int scale;
  private final long factor;
  private final Set<Long> covered = new HashSet<>();

  /**
   * @param scale digits after the point of the comparison, at least the theme's
   */
  Side(MessageHead head, RowType theme, Projection projection, int scale) {
    this.projection = projection;
    this.measure = theme.measure().orElseThrow();
    this.scale = scale;
    this.factor = BigInteger.TEN.pow(scale - scale(theme)).longValueExact();
    this.rounding = Rounding.of(head, scale);
  }

  /** Digits after the point of a theme's figures. */
  static int scale(RowType theme) {
    return theme.measure().orElseThrow().type().scale();
  }

  /**
   * Reads a whole message.
   *
   * @return false when it could not be read to its end
   */
  boolean read(Companion companion) throws IOException {
    if (companion.head().action() == Action.DELETE) {
      return true;
    }
    try (MessageReader reader = companion.open()) {
      while (reader.next()) {
        if (sees(reader.row())) {
          add(reader.row(), reader.number());
        }
      }
      return true;
    } catch (MalformedMessageException e) {
      return false;
    }
  }

  /** Whether the row belongs to a common figure; then {@link #projection()} says to which. */
  boolean sees(RowView row) {
    if (!row.valid(measure.slot()) || !projection.set(row)) {
      return false;
    }
    covered.add(projection.place(row));
    return true;
  }

  /** Adds the row that was seen last. */
  void add(RowView row, long record) {
    long figure = scaled(row.number(measure.slot()));
    figures.add(
        projection,
        figure,
        rounding.isSmall(figure),
        record,
        projection.reporter(row),
        projection.period(row));
  }

  /** The figure at the comparison's scale; the largest number where it would be beyond. */
  private long scaled(long figure) {
    long most = Long.MAX_VALUE / factor;
    return Math.max(-most, Math.min(most, figure)) * factor;
  }

  /** Whether the side has any figure of the area and period of the other side's figure. */
  boolean covers(Figures others, int at) {
    return covered.contains(projection.place(others.area(at), others.period(at)));
  }

  Projection projection() {
    return projection;
  }

  Figures figures() {
    return figures;
  }

  Rounding rounding() {
    return rounding;
  }

  int scale() {
    return scale;
  }

  /** The least that the figure is by any definition. */
  long least(int at) {
    return Math.min(figures.sum(at), Figures.minus(figures.sum(at), figures.doubtful(at)));
  }

  /** The most that it is. */
  long most(int at) {
    return Math.max(figures.sum(at), Figures.plus(figures.sum(at), projection.also(figures, at)));
  }

  /** How far rounding may have moved the figure. */
  long tolerance(int at) {
    return rounding
        .tolerance(figures.cells(at), figures.smallCells(at))
        .min(BigInteger.valueOf(Long.MAX_VALUE / 4))
        .longValue();
  }
}
