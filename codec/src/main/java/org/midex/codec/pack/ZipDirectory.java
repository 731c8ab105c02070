package org.midex.codec.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.midex.model.signature.Fault;

/**
 * Reads a ZIP file in the only way that leaves no doubt (APPNOTE 6.3.10): what its two directories
 * say is the same, each byte belongs to one entry or to the directory, and no two entries have one
 * name. Programs that read ZIP files in different ways see the same files in it.
 */
final class ZipDirectory {
  private static final String DIFFERS = "MDX-P04";
  private static final String LOOSE = "MDX-P05";
  private static final String NO_PACKAGE = "MDX-P01";

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_SIZE = 56;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_SIZE = 20;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int EXTRA_64 = 0x0001;
  private static final int EXTRA_UNICODE_PATH = 0x7075;

  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED_BEHIND = 1 << 3;
  private static final int UTF_8 = 1 << 11;
  private static final int ALLOWED_FLAGS = DESCRIBED_BEHIND | UTF_8 | 0b110; // speed of deflating
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final long FULL_32 = 0xFFFF_FFFFL;
  private static final int FULL_16 = 0xFFFF;
  private static final int MOST_BEHIND = 24;

  private final SeekableByteChannel file;
  private final Set<String> names = new HashSet<>();

  private ZipDirectory(SeekableByteChannel file) {
    this.file = file;
  }

  /** The entries in the order in which they stand in the file. */
  static List<Entry> read(SeekableByteChannel file) throws IOException {
    return new ZipDirectory(file).read();
  }

  /** What the central directory says of an entry. */
  private record Central(
      String name,
      ByteBuffer rawName,
      int version,
      int time,
      int flags,
      int method,
      long crc,
      long compressed,
      long size,
      long header) {}

  /** Where the central directory is. */
  private record Place(long offset, long size, long entries) {}

  private List<Entry> read() throws IOException {
    Place place = findDirectory();
    ByteBuffer directory = bytes(place.offset, (int) place.size);
    List<Central> all = new ArrayList<>();
    for (long i = 0; i < place.entries; i++) {
      all.add(central(directory));
    }
    if (directory.hasRemaining()) {
      throw new FaultException(LOOSE, directory.remaining() + " bytes behind the directory");
    }
    all.sort(Comparator.comparingLong(Central::header));
    List<Entry> entries = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < all.size(); i++) {
      long next = i + 1 < all.size() ? all.get(i + 1).header : place.offset;
      if (all.get(i).header != at) {
        throw new FaultException(LOOSE, "bytes at " + Math.min(at, all.get(i).header));
      }
      entries.add(entry(all.get(i), next));
      at = next;
    }
    if (at != place.offset) {
      throw new FaultException(LOOSE, "bytes at " + at);
    }
    return entries;
  }

  private Place findDirectory() throws IOException {
    long size = file.size();
    if (size < END_SIZE) {
      throw new FaultException(NO_PACKAGE, "no ZIP file");
    }
    ByteBuffer end = bytes(size - END_SIZE, END_SIZE);
    if (end.getInt() != END) {
      throw new FaultException(
          startsLikeZip() ? LOOSE : NO_PACKAGE,
          startsLikeZip() ? "bytes behind the end of the directory" : "no ZIP file");
    }
    int disks = end.getInt(); // this one, the one with the directory
    long here = Short.toUnsignedInt(end.getShort());
    long entries = Short.toUnsignedInt(end.getShort());
    long length = Integer.toUnsignedLong(end.getInt());
    long offset = Integer.toUnsignedLong(end.getInt());
    int comment = end.getShort();
    long behind = size - END_SIZE;
    if (entries == FULL_16 || length == FULL_32 || offset == FULL_32) {
      return findDirectory64(behind);
    }
    if (disks != 0 || here != entries || comment != 0) {
      throw new FaultException(NO_PACKAGE, "several disks or a comment");
    }
    return checked(new Place(offset, length, entries), behind);
  }

  private boolean startsLikeZip() throws IOException {
    return bytes(0, Integer.BYTES).getInt() == LOCAL;
  }

  private Place findDirectory64(long behind) throws IOException {
    long start = behind - LOCATOR_64_SIZE - END_64_SIZE;
    if (start < 0) {
      throw new FaultException(NO_PACKAGE, "the end of the directory is missing");
    }
    ByteBuffer end = bytes(start, END_64_SIZE + LOCATOR_64_SIZE);
    boolean right = end.getInt() == END_64 && end.getLong() == END_64_SIZE - 12;
    end.getInt(); // versions
    right &= end.getLong() == 0; // disks
    long here = end.getLong();
    long entries = end.getLong();
    long length = end.getLong();
    long offset = end.getLong();
    right &= here == entries && end.getInt() == LOCATOR_64 && end.getInt() == 0;
    right &= end.getLong() == start && end.getInt() == 1;
    if (!right) {
      throw new FaultException(NO_PACKAGE, "the end of the directory cannot be read");
    }
    return checked(new Place(offset, length, entries), start);
  }

  private static Place checked(Place place, long behind) throws FaultException {
    if (place.entries > PackageLimits.ENTRIES) {
      throw limit("number of files", PackageLimits.ENTRIES);
    }
    if (place.size > PackageLimits.DIRECTORY) {
      throw limit("directory", PackageLimits.DIRECTORY);
    }
    if (place.offset < 0 || place.size < 0 || place.entries < 0) {
      throw new FaultException(NO_PACKAGE, "negative sizes");
    }
    if (place.offset + place.size != behind) {
      throw new FaultException(LOOSE, "bytes before the end of the directory or before its start");
    }
    return place;
  }

  static FaultException limit(String what, long limit) {
    return new FaultException(
        Fault.of("MDX-P06", Map.of("what", what, "limit", Long.toString(limit))));
  }

  private Central central(ByteBuffer from) throws FaultException {
    if (from.remaining() < CENTRAL_SIZE || from.getInt() != CENTRAL) {
      throw new FaultException(NO_PACKAGE, "the directory cannot be read");
    }
    from.getShort(); // version of who made it
    int version = from.getShort();
    int flags = Short.toUnsignedInt(from.getShort());
    int method = from.getShort();
    int time = from.getInt();
    long crc = Integer.toUnsignedLong(from.getInt());
    long compressed = Integer.toUnsignedLong(from.getInt());
    long size = Integer.toUnsignedLong(from.getInt());
    int nameLength = Short.toUnsignedInt(from.getShort());
    int extraLength = Short.toUnsignedInt(from.getShort());
    int commentLength = Short.toUnsignedInt(from.getShort());
    int disk = from.getShort();
    from.getShort(); // internal attributes
    from.getInt(); // external attributes
    long header = Integer.toUnsignedLong(from.getInt());
    if (nameLength > PackageLimits.NAME) {
      throw limit("length of a name", PackageLimits.NAME);
    }
    if (from.remaining() < nameLength + extraLength + commentLength || disk != 0) {
      throw new FaultException(NO_PACKAGE, "the directory cannot be read");
    }
    ByteBuffer rawName = take(from, nameLength);
    Extra extra = Extra.of(take(from, extraLength));
    take(from, commentLength);
    size = size == FULL_32 ? extra.next() : size;
    compressed = compressed == FULL_32 ? extra.next() : compressed;
    header = header == FULL_32 ? extra.next() : header;
    String name = name(rawName);
    if ((flags & ~ALLOWED_FLAGS) != 0 || (method != STORED && method != DEFLATED)) {
      throw new FaultException(
          NO_PACKAGE,
          (flags & ENCRYPTED) != 0 ? name + " is encrypted" : name + " is packed in another way");
    }
    return new Central(name, rawName, version, time, flags, method, crc, compressed, size, header);
  }

  private String name(ByteBuffer raw) throws FaultException {
    String name;
    try {
      name =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(raw.duplicate())
              .toString();
    } catch (CharacterCodingException e) {
      throw new FaultException(Fault.of("MDX-P03", "(not UTF-8)"));
    }
    if (!EntryName.isSafe(name)) {
      throw new FaultException(Fault.of("MDX-P03", EntryName.shown(name)));
    }
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    if (!names.add(folded)) {
      throw new FaultException(Fault.of("MDX-P02", name));
    }
    return name;
  }

  private Entry entry(Central central, long next) throws IOException {
    if (next - central.header < LOCAL_SIZE) {
      throw new FaultException(LOOSE, "bytes at " + central.header);
    }
    ByteBuffer local = bytes(central.header, LOCAL_SIZE);
    if (local.getInt() != LOCAL) {
      throw differs(central, "no local header");
    }
    int version = local.getShort();
    int flags = Short.toUnsignedInt(local.getShort());
    int method = local.getShort();
    int time = local.getInt();
    long crc = Integer.toUnsignedLong(local.getInt());
    long compressed = Integer.toUnsignedLong(local.getInt());
    long size = Integer.toUnsignedLong(local.getInt());
    int nameLength = Short.toUnsignedInt(local.getShort());
    int extraLength = Short.toUnsignedInt(local.getShort());
    long data = central.header + LOCAL_SIZE + nameLength + extraLength;
    if (data > next) {
      throw differs(central, "lengths");
    }
    ByteBuffer rest = bytes(central.header + LOCAL_SIZE, nameLength + extraLength);
    ByteBuffer rawName = take(rest, nameLength);
    Extra extra = Extra.of(rest);
    if (!rawName.equals(central.rawName)) {
      throw differs(central, "names");
    }
    boolean behind = (flags & DESCRIBED_BEHIND) != 0;
    boolean wide = size == FULL_32 || compressed == FULL_32;
    size = size == FULL_32 ? extra.next() : size;
    compressed = compressed == FULL_32 ? extra.next() : compressed;
    boolean empty = behind && crc == 0 && compressed == 0 && size == 0;
    boolean same = version == central.version && time == central.time;
    if (!same || flags != central.flags || method != central.method) {
      throw differs(central, "version, time, method or flags");
    }
    if (!empty
        && (crc != central.crc || compressed != central.compressed || size != central.size)) {
      throw differs(central, "sizes or checksum");
    }
    long end = data + central.compressed;
    if (central.compressed < 0 || end < data || end > next) {
      throw differs(central, "sizes");
    }
    requireDescriptor(central, end, next - end, behind, wide);
    return new Entry(
        central.name,
        method == STORED,
        central.crc,
        central.compressed,
        central.size,
        central.header,
        data,
        next);
  }

  /** What may stand behind an entry's bytes says once more what its directory entry says. */
  private void requireDescriptor(
      Central central, long at, long length, boolean expected, boolean wide) throws IOException {
    if (!expected && length == 0) {
      return;
    }
    if (!expected || length > MOST_BEHIND || length < Integer.BYTES * 3) {
      throw new FaultException(LOOSE, "bytes behind " + central.name);
    }
    ByteBuffer found = bytes(at, (int) length);
    ByteBuffer described = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    boolean signed = length % Long.BYTES == 0;
    boolean large = length >= Integer.BYTES + 2 * Long.BYTES;
    if (signed) {
      described.putInt(DESCRIPTOR);
    }
    described.putInt((int) central.crc);
    if (large) {
      described.putLong(central.compressed).putLong(central.size);
    } else {
      described.putInt((int) central.compressed).putInt((int) central.size);
    }
    boolean fits = described.position() == length && (large || central.size < FULL_32);
    if (!fits || !described.flip().equals(found) || (wide && !large)) {
      throw differs(central, "description behind its bytes");
    }
  }

  private static FaultException differs(Central central, String reason) {
    return new FaultException(new Fault(DIFFERS, central.name, Map.of("reason", reason)));
  }

  private static ByteBuffer take(ByteBuffer from, int length) {
    ByteBuffer taken = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    from.position(from.position() + length);
    return taken;
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(at);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new FaultException(NO_PACKAGE, "it is cut off");
      }
    }
    return bytes.flip();
  }

  /** The sizes that do not fit 32 bits. Other extra fields say nothing that counts. */
  private static final class Extra {
    private final ByteBuffer sizes;

    private Extra(ByteBuffer sizes) {
      this.sizes = sizes;
    }

    static Extra of(ByteBuffer all) throws FaultException {
      ByteBuffer sizes = ByteBuffer.allocate(0);
      Set<Integer> seen = new HashSet<>();
      while (all.hasRemaining()) {
        if (all.remaining() < Integer.BYTES) {
          throw new FaultException(NO_PACKAGE, "an extra field cannot be read");
        }
        int id = Short.toUnsignedInt(all.getShort());
        int length = Short.toUnsignedInt(all.getShort());
        if (length > all.remaining() || id == EXTRA_UNICODE_PATH || !seen.add(id)) {
          throw new FaultException(NO_PACKAGE, "an extra field gives another name or comes twice");
        }
        ByteBuffer field = take(all, length);
        sizes = id == EXTRA_64 ? field : sizes;
      }
      return new Extra(sizes);
    }

    long next() throws FaultException {
      if (sizes.remaining() < Long.BYTES) {
        throw new FaultException(NO_PACKAGE, "a size is missing");
      }
      return sizes.getLong();
    }
  }
}
