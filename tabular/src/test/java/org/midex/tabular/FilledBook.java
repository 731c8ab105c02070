package org.midex.tabular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Fills in a template as a spreadsheet program would: by changing the workbook's parts, so that
 * styles, drop-downs and all else stay. Rows of the table start at 3.
 */
public final class FilledBook {
  private static final String TABLE = "xl/worksheets/sheet1.xml";
  private static final String HEADER = "xl/worksheets/sheet3.xml";
  private static final int FIRST_ROW = 3;

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> headerRows = new LinkedHashMap<>();
  private final StringBuilder rows = new StringBuilder();
  private int next = FIRST_ROW;

  /** A workbook that {@link Template#writeWorkbook} wrote. */
  public FilledBook(byte[] template) {
    try {
      Path file = Files.createTempFile("midex-test", ".xlsx");
      try {
        Files.write(file, template);
        readParts(file);
      } finally {
        Files.delete(file);
      }
      try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template))) {
        Row row = book.getSheet(0).orElseThrow().read().get(1);
        row.forEach(cell -> ids.add(cell.getText()));
        for (Row line : book.getSheet(2).orElseThrow().read()) {
          line.getCellAsString(0).ifPresent(id -> headerRows.put(id, line.getRowNum()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readParts(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(part)) {
          parts.put(part.getName(), in.readAllBytes());
        }
      }
    }
  }

  /** A template with a sender, so that a message can be made of it. */
  public static FilledBook withSender(byte[] template) {
    return new FilledBook(template)
        .header("Sender.Area", "AUT")
        .header("Sender.Authority", "EXAMPLE-STATS");
  }

  /** The ids of the table's columns. */
  public List<String> ids() {
    return ids;
  }

  /** Puts values into a row of the header sheet. */
  public FilledBook header(String id, String... values) {
    int row = java.util.Objects.requireNonNull(headerRows.get(id), id);
    for (int i = 0; i < values.length; i++) {
      String address = (char) ('D' + i) + "" + row;
      String cell = "<c r=\"%s\" t=\"inlineStr\">%s</c>".formatted(address, text(values[i]));
      if (part(HEADER).contains("<c r=\"" + address + "\"")) {
        replace(HEADER, "<c r=\"" + address + "\"[^>]*>.*?</c>", cell);
      } else {
        replace(HEADER, "(?<=<row r=\"" + row + "\".{0,2000}?)</row>", cell + "</row>");
      }
    }
    return this;
  }

  /** A row of text cells by the columns' ids. */
  public FilledBook row(Map<String, String> cells) {
    Map<String, String> xml = new LinkedHashMap<>();
    cells.forEach((id, text) -> xml.put(id, "t=\"inlineStr\">" + text(text)));
    return raw("", xml);
  }

  /**
   * A row of cells as they stand in the sheet's XML: attributes after the address, {@code >},
   * content.
   *
   * @param attributes of the row
   */
  public FilledBook raw(String attributes, Map<String, String> cells) {
    rows.append("<row r=\"").append(next).append("\" ").append(attributes).append('>');
    for (int i = 0; i < ids.size(); i++) {
      String cell = cells.get(ids.get(i));
      if (cell != null) {
        rows.append("<c r=\"%s%d\" %s</c>".formatted(letter(i), next, cell));
      }
    }
    rows.append("</row>");
    next++;
    return this;
  }

  /** The column's letter. */
  public String letter(String id) {
    return letter(ids.indexOf(id));
  }

  private static String letter(int column) {
    return String.valueOf((char) ('A' + column));
  }

  private static String text(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<is><t xml:space=\"preserve\">" + escaped + "</t></is>";
  }

  /** Adds a cell format and gives its number for the attribute {@code s}. */
  public int style(int numberFormat) {
    Matcher count = Pattern.compile("<cellXfs count=\"(\\d+)\">").matcher(part("xl/styles.xml"));
    if (!count.find()) {
      throw new IllegalStateException("no formats");
    }
    int style = Integer.parseInt(count.group(1));
    replace("xl/styles.xml", "<cellXfs count=\"\\d+\">", "<cellXfs count=\"" + (style + 1) + "\">");
    replace(
        "xl/styles.xml",
        "</cellXfs>",
        "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
            .formatted(numberFormat));
    return style;
  }

  /** Puts XML after the table's rows. */
  public FilledBook afterRows(String xml) {
    return replace(TABLE, "</sheetData>", "</sheetData>" + xml);
  }

  /** Replaces the first match in the sheet of the header. */
  public FilledBook inHeader(String regex, String xml) {
    return replace(HEADER, regex, xml);
  }

  /** Replaces the first match in a part. */
  public FilledBook replace(String part, String regex, String xml) {
    String text = part(part);
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + regex + " in " + part);
    }
    String changed = text.substring(0, matcher.start()) + xml + text.substring(matcher.end());
    parts.put(part, changed.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The text of a part. */
  public String part(String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  /** The workbook with what was filled in so far. */
  public byte[] bytes() {
    Map<String, byte[]> all = new LinkedHashMap<>(parts);
    if (rows.length() > 0) {
      Pattern empty =
          Pattern.compile("<row r=\"" + FIRST_ROW + "\">.*</row></sheetData>", Pattern.DOTALL);
      String filled = Matcher.quoteReplacement(rows + "</sheetData>");
      String table = empty.matcher(part(TABLE)).replaceFirst(filled);
      all.put(TABLE, table.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
