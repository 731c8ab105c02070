package org.midex.validation;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.schema.Catalogue;
import org.midex.schema.RowType;
import org.midex.validation.internal.DatasetRules;
import org.midex.validation.internal.HeadRules;
import org.midex.validation.internal.ReceiptRules;
import org.midex.validation.internal.Reporter;
import org.midex.validation.internal.Scouts;
import org.midex.validation.internal.across.ChainRules;
import org.midex.validation.internal.keys.Room;
import org.midex.validation.internal.keys.Workers;
import org.midex.validation.internal.vendor.VendorChecks;

/**
 * Runs the rules MDX-V… and those of vendors over a message. Immutable and shareable.
 *
 * <pre>{@code
 * FindingCollector found = new FindingCollector(catalogue);
 * try (MessageReader reader = codec.reader(in, found)) {
 *   new Validator(catalogue).run(reader, found);
 * }
 * Verdict verdict = found.verdict();
 * }</pre>
 */
public final class Validator {
  /** Threads that {@link #withThreads} accepts at most. */
  public static final int MOST_THREADS = 64;

  private static final int PART_OF_MEMORY = 5;

  /** Java heap for each thread, which holds pieces of the message and a part of its rows. */
  private static final long OF_A_THREAD = 40L << 20;

  private final RuleBook book;
  private final Room room;
  private final int threads;

  public Validator(Catalogue catalogue) {
    this(RuleBook.of(catalogue));
  }

  public Validator(RuleBook book) {
    this(book, Room.of(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY));
  }

  Validator(RuleBook book, Room room) {
    this(book, room, 1);
  }

  private Validator(RuleBook book, Room room, int threads) {
    this.book = book;
    this.room = room;
    this.threads = threads;
  }

  /**
   * A validator that works on several threads where that helps: with large messages in XML, unless
   * they are judged beside others, by rules of vendors or with waivers on rows. What is found is
   * the same. There are fewer of them where the Java heap has less than 40 MB for each.
   *
   * @param count threads, of which the calling one is the first; one unless said
   * @throws IllegalArgumentException unless it is from 1 to {@link #MOST_THREADS}
   */
  public Validator withThreads(int count) {
    if (count < 1 || count > MOST_THREADS) {
      throw new IllegalArgumentException(count + " threads");
    }
    return new Validator(book, room, count);
  }

  /**
   * A validator that keeps less or more in memory.
   *
   * @param bytes of rows, for each message that is judged: 16 to 60 bytes a row. What is beyond
   *     goes to a temporary file, and the answer is the same. A fifth of the Java heap unless said
   */
  public Validator withMemory(long bytes) {
    return new Validator(book, Room.of(bytes), threads);
  }

  /**
   * Reads a message to its end and judges its head, each row, and then what needs all rows.
   *
   * @param reader just opened; left at its end, not closed
   * @throws MalformedMessageException when reading cannot go on; what needs all rows is then not
   *     judged
   * @throws IOException also when memory is used up and there is no room for temporary files
   */
  public void run(MessageReader reader, FindingSink sink) throws IOException {
    run(reader, Companions.NONE, sink);
  }

  /**
   * Judges a message beside others, as {@link #run(MessageReader, FindingSink)} does.
   *
   * @throws IOException also when one of the others cannot be read
   */
  public void run(MessageReader reader, Companions companions, FindingSink sink)
      throws IOException {
    WaivingSink waiving = book.waiving(sink);
    judge(reader, companions, waiving);
    waiving.finish(true);
  }

  /**
   * Judges a message, but not the waivers, as {@link #run} does.
   *
   * @param sink the sink that the reader reports to as well
   */
  public void judge(MessageReader reader, Companions companions, WaivingSink sink)
      throws IOException {
    MessageHead head = reader.head();
    Catalogue catalogue = book.catalogue();
    sink.begin(head.type());
    Reporter reporter = new Reporter(catalogue, reader, sink);
    new HeadRules(catalogue, reporter).check(head);
    new ChainRules(companions, head, reporter).check();
    if (head.isReceipt()) {
      new ReceiptRules(catalogue, reporter).check(head);
    }
    RowType type = head.type();
    if (type == null || type.kind() != RowType.Kind.OBSERVATION) {
      while (reader.next()) {
        // only the reader's own rules apply
      }
      return;
    }
    VendorChecks vendors = new VendorChecks(book.vendors().jars(), catalogue, head, type, reporter);
    try (DatasetRules rules = new DatasetRules(catalogue, head, type, companions, room, reporter);
        Workers workers = new Workers(Math.min(threads, threadsOfHeap()))) {
      rules.setWorkers(workers);
      Scouts.Judge judge =
          row -> {
            sink.row(row, reader.number());
            rules.check(row);
            vendors.check(row);
          };
      boolean scouted = !sink.needsRows() && !vendors.any() && rules.canScout();
      try {
        read(reader, judge, scouted ? Scouts.of(reader, rules, workers) : null);
      } catch (MalformedMessageException e) {
        rules.breakOff();
        throw e;
      }
      rules.finish();
      vendors.finish();
    }
  }

  private static int threadsOfHeap() {
    return (int)
        Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().maxMemory() / OF_A_THREAD));
  }

  private static void read(MessageReader reader, Scouts.Judge judge, @Nullable Scouts scouts)
      throws IOException {
    while (reader.next()) {
      judge.row(reader.row());
      if (scouts != null) {
        scouts.read(judge);
      }
    }
  }
}
