package org.midex.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.model.Location;

/**
 * One row of an XML message, found by scanning the bytes for tags, which is many times faster than
 * parsing. Nothing is judged: in a damaged file the row may be another one.
 *
 * @param number its number; the number of the last row when there is none of that number
 * @param location where it starts; null when there is no such row
 * @param text the row as it stands in the file
 * @param alone a message of the same head that has only this row
 */
public record XmlRecord(long number, @Nullable Location location, String text, String alone) {
  /** Bytes of a head or row; longer ones are no honest message's. */
  private static final int LONGEST = 4 << 20;

  private static final Set<String> WITHOUT_ROWS = Set.of("Header", "Receipt");

  /**
   * Finds a row.
   *
   * @param in the message from its start; read no further than the row
   * @param record number of the row, from 1
   */
  public static XmlRecord find(InputStream in, long record) throws IOException {
    TagScanner scan = new TagScanner(in);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String payload = "";
    long number = 0;
    scan.keep(head, LONGEST);
    scan.capture(record == 1);
    while (scan.next()) {
      if (!scan.opens()) {
        continue;
      }
      if (scan.depth() == 2) {
        payload = scan.name();
      }
      if (scan.depth() == 3 && !WITHOUT_ROWS.contains(payload) && ++number == 1) {
        scan.keepNothing();
      }
      if (scan.depth() == 3 && !WITHOUT_ROWS.contains(payload) && number == record) {
        return row(scan, number, head.toByteArray(), payload);
      }
      scan.capture(number + 1 == record);
    }
    return new XmlRecord(number, null, "", "");
  }

  private static XmlRecord row(TagScanner scan, long number, byte[] head, String payload)
      throws IOException {
    Location location = new Location(number, scan.offset(), scan.line(), scan.column(), null);
    String tag = scan.tag();
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    scan.keep(inside, LONGEST);
    while (!scan.closed(3) && scan.next()) {
      // to the end of the row
    }
    String text = tag + inside.toString(StandardCharsets.UTF_8);
    String root = new String(head, StandardCharsets.UTF_8);
    int first = root.lastIndexOf("<" + payload);
    int end = first < 0 ? root.length() : root.indexOf('>', first) + 1;
    String alone =
        root.substring(0, Math.max(end, 0)) + "\n" + text + "\n</" + payload + ">\n</Message>\n";
    return new XmlRecord(number, location, text, alone);
  }
}
