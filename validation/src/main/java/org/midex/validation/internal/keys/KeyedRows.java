package org.midex.validation.internal.keys;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.RowView;
import org.midex.schema.Check;
import org.midex.schema.RowType;

/**
 * The rows of a message, kept for the checks among them. Once all are read they come into a table,
 * a part at a time, which is small enough for the processor's cache: first those together that
 * share the lower half of their key's hash, which finds duplicates, then, for each dimension whose
 * aggregates are added up, those that differ only in it. What memory does not hold waits on disk,
 * and the answer is the same.
 */
public final class KeyedRows implements Closeable {
  private final RowType type;
  private final KeyHash hash;
  private final PackedCodes codes;
  private final Bench bench;
  private final List<RowGatherer> gatherers = new ArrayList<>();
  private final ChunkStore store;
  private final int seriesWidth;
  private final KeyedRow firstRow;
  private final KeyedRow latest;
  private boolean isFirst = true;

  /** Bits of codes that not all rows have in common. */
  private final KeyedRow differences;

  private final KeyedRow cursor;
  private final KeyedRow splitting;
  private final KeyedRow shown;
  private final Parts rows;
  private final List<CodeMarks> markers = new ArrayList<>();
  private @Nullable RowWords words;
  private @Nullable List<Pass> passes;
  private @Nullable ParallelJudging helpers;
  private final int time;
  private final int measure;

  /** Hears of rows whose key was there before. */
  public interface Duplicates {
    /**
     * A row whose key another one has.
     *
     * @param first the first row with that key
     */
    void duplicate(RowFigure row, RowFigure first);
  }

  public KeyedRows(RowType type, Room room) {
    this.hash = new KeyHash(type);
    this.store = new ChunkStore(room);
    this.type = type;
    this.codes = new PackedCodes(type, slots(type));
    this.bench = new Bench(hash, codes);
    this.latest = new KeyedRow(codes);
    this.seriesWidth = KeyedRow.seriesWidth(codes);
    this.firstRow = new KeyedRow(codes);
    this.differences = new KeyedRow(codes);
    this.cursor = new KeyedRow(codes);
    this.splitting = new KeyedRow(codes);
    this.shown = new KeyedRow(codes);
    this.rows = new Parts(store, seriesWidth, bench.alike()::shared);
    this.time = type.time().orElseThrow().slot();
    this.measure = type.measure().orElseThrow().slot();
  }

  /** Slots of the coded dimensions that checks name. */
  private static BitSet slots(RowType type) {
    BitSet slots = new BitSet();
    for (Check check : type.theme().checks()) {
      Stream.concat(check.dimensions().stream(), check.where().keySet().stream())
          .map(type::field)
          .filter(field -> field.isKey() && field.type().list() != null)
          .forEach(field -> slots.set(field.slot()));
    }
    return slots;
  }

  /** The hash of the latest row. */
  public KeyHash hash() {
    return hash;
  }

  /** Where checks are added, before the first row. */
  public Bench bench() {
    return bench;
  }

  public void add(RowGatherer gatherer) {
    gatherers.add(gatherer);
  }

  public void add(CodeMarks marker) {
    markers.add(marker);
  }

  /** Makes rows for another thread; what belongs to checks must have been added before. */
  public RowKeys keys() {
    return keys(words().another(), hash.another());
  }

  /** Makes rows, and sets {@link #hash()} for each. */
  public RowKeys ownKeys() {
    return keys(words(), hash);
  }

  private RowKeys keys(RowWords ownWords, KeyHash ownHash) {
    int fields = type.fields().size();
    return new RowKeys(ownWords, ownHash, new KeyedRow(codes), fields, time, measure);
  }

  /** A buffer for rows that are to be kept later. */
  public RowBuffer buffer() {
    return new RowBuffer(codes);
  }

  /** Shows a row without a figure to the checks that need it. */
  public void show(RowView seen, KeyedRow row) {
    for (int i = 0; i < gatherers.size(); i++) {
      gatherers.get(i).see(seen, row);
    }
  }

  /** Whether rows without a figure have to be shown. */
  public boolean needsRowsWithoutFigure() {
    return !gatherers.isEmpty();
  }

  /**
   * Keeps a row whose key is known.
   *
   * @throws IOException when memory is used up and there is no room on disk
   */
  public void add(KeyedRow row) throws IOException {
    add(row, 1, 0);
  }

  /**
   * Keeps rows that were kept elsewhere.
   *
   * @param count how many
   * @param before to be added to the numbers of their records
   * @throws IOException as above
   */
  public void addAll(RowBuffer kept, int count, long before) throws IOException {
    int left = count;
    while (left > 0) {
      int some = kept.next(left);
      add(kept.row(), some, before);
      left -= some;
    }
  }

  private void add(KeyedRow first, int count, long before) throws IOException {
    if (isFirst || !first.hasCodesOf(latest)) {
      noteCodes(first);
    }
    rows.add(first, count, before, cursor);
  }

  private void noteCodes(KeyedRow row) {
    if (isFirst) {
      isFirst = false;
      row.copyCodes(firstRow);
    }
    row.copyCodes(latest);
    row.addDifferences(firstRow, differences);
    for (Pass pass : passes()) {
      pass.note(row);
    }
  }

  private List<Pass> passes() {
    List<Pass> known = passes;
    if (known == null) {
      known = bench.passesByDimension();
      passes = known;
    }
    return known;
  }

  /** Another place to judge at; needs the same checks. */
  Bench anotherBench() {
    return new Bench(hash, codes);
  }

  /** Bits of codes that not all rows have in common. */
  KeyedRow differences() {
    return differences;
  }

  /**
   * Lets parts be judged at the same time.
   *
   * @param several to do it; null for one after the other
   */
  public void setHelpers(@Nullable ParallelJudging several) {
    helpers = several;
  }

  private RowWords words() {
    RowWords known = words;
    if (known == null) {
      known = new RowWords(type, hash, codes, markers);
      words = known;
    }
    return known;
  }

  /**
   * Judges all rows, and keeps none any longer.
   *
   * @param duplicates hears of rows whose key was there before
   */
  public void judge(Duplicates duplicates) throws IOException {
    List<RowGatherer> gathering = gatherers.stream().filter(RowGatherer::needsRows).toList();
    List<Pass> others = passes().stream().filter(Pass::isNeeded).toList();
    bench.alike().keepVarying(differences);
    others.forEach(pass -> pass.keepVarying(differences));
    if (rows.isWhole()) {
      List<Pass> all = Stream.concat(Stream.of(bench.alike()), others.stream()).toList();
      Onward onward = new Onward(duplicates, Map.of(), gathering);
      judge(rows, all, onward);
    } else {
      judgeParts(duplicates, others, gathering);
    }
    for (RowGatherer gatherer : gathering) {
      gatherer.judge();
    }
  }

  private void judgeParts(Duplicates duplicates, List<Pass> others, List<RowGatherer> gathering)
      throws IOException {
    Map<Pass, Parts> next = new LinkedHashMap<>();
    others.forEach(pass -> next.put(pass, new Parts(store, seriesWidth, pass::shared)));
    Onward onward = new Onward(duplicates, next, gathering);
    List<Pass> alike = List.of(bench.alike());
    if (helpers != null && next.isEmpty() && gathering.isEmpty()) {
      helpers.judge(this);
    } else {
      judge(rows, alike, onward);
    }
    Onward nowhere = new Onward(duplicates, Map.of(), List.of());
    for (Map.Entry<Pass, Parts> pass : next.entrySet()) {
      judge(pass.getValue(), List.of(pass.getKey()), nowhere);
    }
  }

  /** Finds duplicates in what could be read. */
  public void judgeKeys(Duplicates duplicates) throws IOException {
    judge(rows, List.of(), new Onward(duplicates, Map.of(), List.of()));
  }

  private void judge(Parts all, List<Pass> passes, Onward onward) throws IOException {
    for (RowLog part = all.take(cursor); part != null; part = all.take(cursor)) {
      judge(part, bench, passes, onward);
    }
  }

  /**
   * The next part for {@link #judgeAlike}, taken by one thread at a time; null when there is none.
   */
  @Nullable RowLog takePart() throws IOException {
    return rows.take(cursor);
  }

  /** Judges one part by itself, by checks that compare few codes. */
  void judgeAlike(RowLog part, Bench other, Duplicates duplicates) throws IOException {
    judge(part, other, List.of(other.alike()), new Onward(duplicates, Map.of(), List.of()));
  }

  /** Where rows go whose key is new. */
  private record Onward(
      Duplicates duplicates, Map<Pass, Parts> passes, List<RowGatherer> gatherers) {
    boolean isSomewhere() {
      return !passes.isEmpty() || !gatherers.isEmpty();
    }

    void add(KeyedRow row, KeyedRow splitting) throws IOException {
      for (Parts next : passes.values()) {
        next.add(row, 1, 0, splitting);
      }
      for (int i = 0; i < gatherers.size(); i++) {
        gatherers.get(i).gather(row);
      }
    }
  }

  private void judge(RowLog part, Bench judging, List<Pass> passes, Onward onward)
      throws IOException {
    SeriesTable table = judging.table();
    table.clear();
    part.drain(judging.cursor(), row -> table.add(row, onward.duplicates));
    table.arrange(onward.duplicates);
    if (onward.isSomewhere()) {
      for (int entry = 0; entry < table.size(); entry++) {
        table.show(entry, shown);
        onward.add(shown, splitting);
      }
    }
    passes.forEach(Pass::judge);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
