package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.midex.model.signature.Fault;

/**
 * A package as it came: the only way to read it is by its signed manifests. Nothing of it is
 * believed before {@link Verifier} has said so.
 */
public final class SignedPackage {
  private static final String UNREADABLE = "MDX-P09";

  private final SeekableByteChannel file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /** A manifest with the signature over it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Part(Manifest manifest, byte[] signed, String signatureName, byte[] signature) {}

  private SignedPackage(SeekableByteChannel file) {
    this.file = file;
  }

  /** Whether bytes start like a package: a ZIP file whose first entry is {@code mimetype}. */
  public static boolean startsLikeOne(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.startsWith("PK\3\4") && text.startsWith(Asic.MIMETYPE + Asic.ASIC_E, 30);
  }

  /** How many bytes {@link #startsLikeOne} needs. */
  public static final int START = 30 + Asic.MIMETYPE.length() + Asic.ASIC_E.length();

  /**
   * Opens a package. What is wrong with it is kept as faults.
   *
   * @param file stays open as long as the package is used
   * @throws IOException when it cannot be read at all
   */
  public static SignedPackage open(SeekableByteChannel file) throws IOException {
    SignedPackage opened = new SignedPackage(file);
    try {
      opened.read();
    } catch (FaultException e) {
      opened.faults.add(e.fault());
    }
    return opened;
  }

  private void read() throws IOException {
    for (Entry entry : ZipDirectory.read(file)) {
      entries.put(entry.name(), entry);
    }
    requireMimetype();
    Set<String> used = new LinkedHashSet<>();
    for (String name : List.copyOf(entries.keySet())) {
      if (name.startsWith(Asic.MANIFEST) && name.endsWith(Asic.XML)) {
        byte[] bytes = small(name);
        Manifest manifest = Manifest.read(bytes);
        if (!used.add(name) || !used.add(manifest.signature())) {
          throw new FaultException(UNREADABLE, "two manifests name " + manifest.signature());
        }
        if (!entries.containsKey(manifest.signature())
            || !manifest.signature().startsWith(Asic.META)
            || !manifest.signature().endsWith(Asic.P7S)) {
          throw new FaultException(UNREADABLE, name + " has no signature");
        }
        parts.add(new Part(manifest, bytes, manifest.signature(), small(manifest.signature())));
      }
    }
    for (String name : entries.keySet()) {
      if (Asic.isReserved(name) && !name.equals(Asic.MIMETYPE) && !used.contains(name)) {
        throw new FaultException(Fault.of("MDX-P07", name));
      }
    }
  }

  private void requireMimetype() throws IOException {
    Entry first = entries.isEmpty() ? null : entries.values().iterator().next();
    if (first == null || !first.name().equals(Asic.MIMETYPE)) {
      throw new FaultException("MDX-P01", "its first file is not mimetype");
    }
    String type = new String(small(Asic.MIMETYPE), StandardCharsets.ISO_8859_1);
    boolean extra = first.data() != first.header() + 30 + Asic.MIMETYPE.length();
    if (!first.stored() || extra || !type.equals(Asic.ASIC_E)) {
      throw new FaultException("MDX-P01", "its media type is not " + Asic.ASIC_E);
    }
  }

  private byte[] small(String name) throws IOException {
    Entry entry = entry(name);
    if (entry.size() > PackageLimits.META) {
      throw ZipDirectory.limit(name, PackageLimits.META);
    }
    try (InputStream in = new EntryStream(file, entry)) {
      return in.readAllBytes();
    }
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(name + " is not in the package");
    }
    return entry;
  }

  /** What is wrong with the package as a whole. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Who sends it to whom, as the first manifest says, which nobody has verified. */
  public Addressing addressing() {
    return parts.isEmpty() ? Addressing.NONE : parts.get(0).manifest().addressing();
  }

  List<Part> parts() {
    return parts;
  }

  /** The files that are not there for the package's own sake. */
  public List<String> payloads() {
    return entries.keySet().stream().filter(name -> !Asic.isReserved(name)).toList();
  }

  /** Number of bytes of a file. */
  public long size(String name) {
    return entry(name).size();
  }

  /**
   * The bytes of a file. Nobody has said that they are what was signed, unless they were verified
   * through the same channel.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public InputStream open(String name) throws IOException {
    return new EntryStream(file, entry(name));
  }

  /** The digests of the files that manifests name, each file read once. */
  Map<String, Map<Hash, byte[]>> digests() throws IOException {
    Map<String, Set<Hash>> wanted = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Manifest.Signed signed : part.manifest().files()) {
        if (entries.containsKey(signed.name())) {
          Set<Hash> hashes =
              wanted.computeIfAbsent(signed.name(), name -> EnumSet.noneOf(Hash.class));
          Hash.ofUri(signed.algorithm()).ifPresent(hashes::add);
        }
      }
    }
    Map<String, Map<Hash, byte[]>> digests = new LinkedHashMap<>();
    for (Map.Entry<String, Set<Hash>> one : wanted.entrySet()) {
      try (InputStream in = open(one.getKey())) {
        digests.put(one.getKey(), Hash.all(one.getValue(), in));
      }
    }
    return digests;
  }
}
