package org.midex.tabular.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.midex.model.io.GzipGuard;
import org.midex.model.io.HardenedXml;

/**
 * Looks through a workbook before a library opens it: number, names and true sizes of its parts,
 * document types, cell addresses outside of any sheet.
 */
final class WorkbookCheck {
  static final int MAX_PARTS = 2_000;
  private static final long MAX_TOTAL = 2L << 30;

  /** Texts shared by the cells are held in memory. */
  private static final long MAX_SHARED_TEXTS = 256L << 20;

  /** Drawings nest deeper than messages. */
  private static final XMLInputFactory FACTORY = HardenedXml.factory(256);

  private long total;

  private WorkbookCheck() {}

  /**
   * Checks a workbook.
   *
   * @throws BadTableException when it is none or exceeds a limit
   */
  static void check(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_PARTS) {
        throw new BadTableException("The workbook has more than " + MAX_PARTS + " parts");
      }
      WorkbookCheck check = new WorkbookCheck();
      Set<String> names = new HashSet<>();
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        ZipEntry part = parts.nextElement();
        if (!names.add(part.getName().toLowerCase(Locale.ROOT))) {
          throw new BadTableException("The workbook has the part " + part.getName() + " twice");
        }
        try (InputStream in = check.new Inflating(zip.getInputStream(part), part)) {
          check.check(part.getName(), in);
        }
      }
    } catch (ZipException e) {
      throw new BadTableException("The workbook is damaged: " + e.getMessage());
    }
  }

  private void check(String name, InputStream in) throws IOException {
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return;
    }
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new BadTableException("The workbook's part " + name + " has a document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
          requireAddress(xml.getAttributeValue(null, "r"));
        }
      }
    } catch (XMLStreamException e) {
      BadTableException bad = BadTableException.within(e);
      if (bad == null && e.getNestedException() != null) {
        bad = BadTableException.within(e.getNestedException());
      }
      throw bad != null
          ? bad
          : new BadTableException("The workbook's part " + name + " is no well-formed XML");
    }
  }

  private static void requireAddress(@Nullable String address) throws BadTableException {
    if (address != null
        && !address.matches("([A-Z]{1,2}|[A-W][A-Z]{2}|X[A-F][A-D])[1-9]\\d{0,6}")) {
      throw new BadTableException("No sheet has a cell " + Cells.shortened(address));
    }
  }

  /** Counts what really comes out of a part: the sizes that the archive states may lie. */
  private final class Inflating extends FilterInputStream {
    private final ZipEntry part;
    private long size;

    Inflating(InputStream in, ZipEntry part) {
      super(in);
      this.part = part;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      size += Math.max(read, 0);
      total += Math.max(read, 0);
      boolean swells =
          size > GzipGuard.FREE && size / GzipGuard.RATIO > Math.max(1, part.getCompressedSize());
      if (swells
          || total > MAX_TOTAL
          || (size > MAX_SHARED_TEXTS && part.getName().endsWith("sharedStrings.xml"))) {
        throw new BadTableException("The workbook's part " + part.getName() + " is too large");
      }
      return read;
    }
  }
}
