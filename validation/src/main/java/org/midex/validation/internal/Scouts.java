package org.midex.validation.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
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
  private static final long WORTHWHILE = 500;
  private static final long LONGEST_PAUSE = 1 << 16;

  private final ScoutedReader reader;
  private final DatasetRules rules;
  private final List<RowScouting> scouts = new ArrayList<>();
  private final ExecutorService threads;

  /** Rows to be read one by one before scouts are asked again. */
  private long pause;

  private long notBefore;

  /** Judges a row that is read again. */
  public interface Judge {
    void row(RowView row) throws IOException;
  }

  private Scouts(ScoutedReader reader, DatasetRules rules, Workers workers) {
    this.reader = reader;
    this.rules = rules;
    this.threads = workers.helpers();
    for (int i = 0; i < workers.count(); i++) {
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
      int pieces = reader.scout(scouts, threads);
      long before = reader.number();
      long number = before;
      long again = 0;
      for (int i = 0; i < scouts.size(); i++) {
        RowScouting scout = scouts.get(i);
        if (i < pieces) {
          number = take(scout, number, judge);
          again += scout.named();
        } else if (scout.looked() > 0) {
          scout.forget();
        }
      }
      if (pieces > 0) {
        reader.passScouted(number);
      }
      long gained = number - before - 2 * again;
      pause = gained >= WORTHWHILE ? 0 : Math.min(2 * pause + 1, LONGEST_PAUSE);
      notBefore = number + pause;
    }
  }

  private long take(RowScouting scout, long before, Judge judge) throws IOException {
    int next = 1;
    for (int i = 0; i < scout.named(); i++) {
      next = keep(scout, next, scout.number(i), before);
      reader.show(scout.place(i), before + next);
      judge.row(reader.row());
      next++;
    }
    keep(scout, next, scout.looked() + 1, before);
    return before + scout.looked();
  }

  private int keep(RowScouting scout, int from, int to, long before) throws IOException {
    for (int number = from; number < to; number++) {
      rules.take(scout.kept(), before + number);
    }
    return to;
  }
}
