package org.midex.codec.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.midex.model.MessageReader;
import org.midex.model.Observation;
import org.midex.model.RowScout;
import org.midex.model.RowView;
import org.midex.model.ScoutedReader;

/** Reads with scouts, which let some of the sound rows pass, and all that are not sound. */
final class ScoutedReading {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  private final List<Scout> scouts = List.of(new Scout(), new Scout(), new Scout());
  private final List<String> lines = new ArrayList<>();
  private final int every;

  /**
   * @param seed says which sound rows are read again
   */
  ScoutedReading(int seed) {
    this.every = 1 + seed % 5;
  }

  /** A row that a scout saw; place −1 where it is not to be read again. */
  private record Seen(String text, int place) {}

  private final class Scout implements RowScout {
    private final List<Seen> rows = new ArrayList<>();

    @Override
    public void begin() {
      rows.clear();
    }

    @Override
    public void look(RowView row, boolean sound, int place) {
      boolean again = !sound || rows.size() % every == 0;
      rows.add(new Seen(Observation.of(row).toString(), again ? place : -1));
    }
  }

  void read(MessageReader reader) throws IOException {
    lines.add(reader.head().toString());
    while (reader.next()) {
      lines.add(LanesTest.line(reader));
      if (reader instanceof ScoutedReader scouted) {
        scout(scouted);
      }
    }
    lines.add(reader.number() + " rows");
  }

  private void scout(ScoutedReader reader) throws IOException {
    while (reader.scout(scouts, THREADS, scout -> take(reader, scout)) > 0) {
      // goes on behind them
    }
  }

  private long take(ScoutedReader reader, Scout scout) throws IOException {
    long number = reader.number();
    for (Seen seen : scout.rows) {
      number++;
      if (seen.place >= 0) {
        reader.show(seen.place, number);
        lines.add(LanesTest.line(reader));
      } else {
        lines.add(seen.text + " true " + number + " ");
      }
    }
    return number;
  }

  void end(IOException e) {
    lines.add(String.valueOf(e.getMessage()));
  }

  /** What was read, with the places of rows that were not read again taken from elsewhere. */
  List<String> among(List<String> expected) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean begins = i < expected.size() && expected.get(i).startsWith(line);
      all.add(begins && line.endsWith(" ") ? expected.get(i) : line);
    }
    return all;
  }
}
