package org.midex.validation.internal.vendor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.model.RowView;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.validation.VendorCheck;
import org.midex.validation.VendorFindings;
import org.midex.validation.VendorRuleException;
import org.midex.validation.internal.Reporter;

/** Runs vendors' rules over one message. What they throw is never a verdict. */
public final class VendorChecks {
  private final List<Running> running = new ArrayList<>();
  private final RowType type;
  private final Reporter reporter;

  /**
   * Starts the rules that judge this theme and are not off.
   *
   * @param catalogue the rules in force
   */
  public VendorChecks(
      List<VendorJars.Jar> jars,
      Catalogue catalogue,
      MessageHead head,
      RowType type,
      Reporter reporter) {
    this.type = type;
    this.reporter = reporter;
    for (VendorJars.Jar jar : jars) {
      for (VendorJars.Loaded loaded : jar.rules()) {
        String id = loaded.rule().id();
        boolean concerned = loaded.themes().isEmpty() || loaded.themes().contains(type.id());
        if (concerned && catalogue.judgesBy(id)) {
          Running rule = new Running(jar.name(), id);
          Map<String, String> parameters = catalogue.rule(id).parameters();
          rule.guard(() -> rule.check = loaded.vendor().start(head, type, parameters));
          running.add(rule);
        }
      }
    }
  }

  /** Whether there are any. */
  public boolean any() {
    return !running.isEmpty();
  }

  /** Judges the reader's current row. */
  public void check(RowView row) {
    boolean sound = running.isEmpty() || reporter.rowIsSound();
    for (int i = 0; i < running.size(); i++) {
      Running rule = running.get(i);
      if (sound) {
        rule.row(row);
      } else {
        reporter.notRun(rule.id, "malformed");
      }
    }
  }

  /** Judges what needs all rows. */
  public void finish() {
    running.forEach(Running::finish);
  }

  private interface Step {
    void run();
  }

  /** One rule at work. */
  private final class Running implements VendorFindings {
    private final String jar;
    private final String id;
    private final Map<String, Problem> problems = new HashMap<>();
    private @Nullable VendorCheck check;
    private @Nullable RuntimeException ours;

    Running(String jar, String id) {
      this.jar = jar;
      this.id = id;
    }

    void row(RowView row) {
      guard(() -> started().row(row, this));
    }

    void finish() {
      guard(() -> started().finish(this));
    }

    private VendorCheck started() {
      VendorCheck started = check;
      if (started == null) {
        throw new IllegalStateException("start gave no check");
      }
      return started;
    }

    /** Tells faults of the rule from failures of the sink that it reports to. */
    private void guard(Step step) {
      try {
        step.run();
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (RuntimeException | Error e) {
        if (ours == null) {
          throw new VendorRuleException(jar, id + " failed: " + e, e);
        }
      }
      RuntimeException failure = ours;
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public long record() {
      return reporter.record();
    }

    @Override
    public void report(
        long record, @Nullable String field, @Nullable String value, Map<String, String> details) {
      if (record < 0 || record > reporter.record()) {
        throw new IllegalArgumentException("no row " + record + " has been read");
      }
      if (field != null && type.find(field).isEmpty()) {
        throw new IllegalArgumentException(type.id() + " has no field " + field);
      }
      Map<String, String> copied = Map.copyOf(details);
      Problem problem =
          problems.computeIfAbsent(String.valueOf(field), f -> new Problem(id, field, Map.of()));
      try {
        reporter.anywhere(record, problem, value, () -> copied);
      } catch (RuntimeException e) {
        ours = e;
        throw e;
      }
    }
  }
}
