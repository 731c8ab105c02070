package org.midex.internal;

import java.util.Map;
import org.midex.model.FindingSink;
import org.midex.model.ForwardingSink;
import org.midex.model.Lexical;
import org.midex.model.MessageReader;
import org.midex.model.Occurrence;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.Edition;
import org.midex.schema.Field;
import org.midex.schema.Rule;
import org.midex.schema.Severity;

/**
 * Passes findings on and remembers whether the message can be written in another syntax without
 * loss: structural errors and parts of a newer version forbid it, unknown codes of open lists do
 * not.
 */
public final class Guard extends ForwardingSink {
  private final Catalogue catalogue;
  private boolean structuralError;
  private boolean incomplete;

  public Guard(Catalogue catalogue, FindingSink sink) {
    super(sink);
    this.catalogue = catalogue;
  }

  /** Whether everything so far can be written again. */
  public boolean faithful() {
    return !structuralError && !incomplete;
  }

  /** Whether parts of a newer version were met. */
  public boolean isIncomplete() {
    return incomplete;
  }

  @Override
  public void report(Problem problem, Occurrence occurrence) {
    Rule rule = catalogue.rule(problem.rule());
    structuralError |= rule.structural() && rule.severity() == Severity.ERROR;
    super.report(problem, occurrence);
  }

  @Override
  public void incomplete() {
    incomplete = true;
    super.incomplete();
  }

  /**
   * Reports codes of the current row that no published schema allows.
   *
   * @return whether there are none
   */
  public boolean checkCodes(MessageReader reader) {
    RowView row = reader.row();
    return row.isFlawless() || allowed(row, reader);
  }

  private boolean allowed(RowView row, MessageReader reader) {
    boolean allowed = true;
    for (Field field : row.type().fields()) {
      CodeList list = field.type().list();
      if (list != null && row.code(field.slot()) == RowView.UNKNOWN) {
        String text = String.valueOf(row.text(field.slot()));
        if (!Lexical.matchesPattern(field.type(), text)) {
          allowed = false;
          refuse(field, list, text, reader);
        }
      }
    }
    return allowed;
  }

  /** A newer minor version may have the code in a closed list. */
  private void refuse(Field field, CodeList list, String text, MessageReader reader) {
    String version = reader.head().version();
    Edition known = catalogue.edition();
    if (!list.open() && known.isOlderMinorThan(version)) {
      Map<String, String> details =
          Map.of("version", String.valueOf(version), "known", known.standard());
      report(Problem.of("MDX-S14", field.name()), Occurrence.at(reader.location(), text, details));
      incomplete();
    } else {
      structuralError = true;
      Map<String, String> details = Map.of("list", list.id());
      super.report(
          new Problem("MDX-V01", field.name(), details),
          Occurrence.at(reader.location(), text, details));
    }
  }
}
