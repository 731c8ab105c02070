package org.midex.validation.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.midex.model.MessageReader;
import org.midex.model.RowView;
import org.midex.model.ScoutedReader;
import org.midex.validation.internal.keys.Workers;

/**
 * Reads rows on several threads: each looks at a piece, and only rows that a rule needs to see are
 * read again, in their order. What is found does not depend on the number of threads.
 */
public final class Scouts {
  /** Pieces for each thread, so that one need not wait for another. */
  private static final int PIECES = 2;

  private static final long WORTHWHILE = 500;
  private static final long LONGEST_PAUSE = 1 << 16;

  private final ScoutedReader reader;
  private final DatasetRules rules;
  private final List<RowScouting> scouts = new ArrayList<>();
  private final Executor threads;

  /** Rows to be read one by one before scouts are asked again. */
  private long pause;

  private long notBefore;

  /** Rows that were read again. */
  private long again;

  /** Judges a row that is read again. */
  public interface Judge {
    void row(RowView row) throws IOException;
  }

  private Scouts(ScoutedReader reader, DatasetRules rules, Workers workers) {
    this.reader = reader;
    this.rules = rules;
    this.threads = workers.helpers();
    for (int i = 0; i < PIECES * workers.count(); i++) {
      scouts.add(rules.scout());
    }
  }

  /** Null where there is one thread, or the reader cannot be asked by several. */
  public static @Nullable Scouts of(MessageReader reader, DatasetRules rules, Workers workers) {
    return workers.count() > 1 && reader instanceof ScoutedReader scouted
        ? new Scouts(scouted, rules, workers)
        : null;
  }

  /** Reads the rows that can be read so; where it stops, the next is to be read by itself. */
  public void read(Judge judge) throws IOException {
    while (reader.number() >= notBefore) {
      long before = reader.number();
      again = 0;
      int taken = reader.scout(scouts, threads, scout -> take(scout, judge));
      for (RowScouting scout : scouts.subList(taken, scouts.size())) {
        if (scout.looked() > 0) {
          scout.forget();
        }
      }
      long gained = reader.number() - before - 2 * again;
      pause = gained >= WORTHWHILE ? 0 : Math.min(2 * pause + 1, LONGEST_PAUSE);
      notBefore = reader.number() + pause;
    }
  }

  private long take(RowScouting scout, Judge judge) throws IOException {
    long before = reader.number();
    int next = 1;
    for (int i = 0; i < scout.named(); i++) {
      rules.take(scout.kept(), scout.number(i) - next, before);
      next = scout.number(i);
      reader.show(scout.place(i), before + next);
      judge.row(reader.row());
      next++;
    }
    rules.take(scout.kept(), scout.looked() + 1 - next, before);
    again += scout.named();
    return before + scout.looked();
  }
}
