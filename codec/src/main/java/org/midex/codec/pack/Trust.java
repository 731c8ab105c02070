package org.midex.codec.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.midex.model.Party;
import org.midex.schema.internal.YamlFile;

/**
 * Whom to believe: a folder with the file {@code trust.yaml} and the certificates that it names.
 * Nothing is believed because a message says so.
 *
 * <pre>
 * authorities: [ca.crt]              # issue certificates of signers
 * timestamps: [tsa-ca.crt]           # issue certificates of timestamp services
 * lists: [ca.crl]                    # revocation lists
 * parties:
 * - area: AUT
 *   authority: EXAMPLE-STATS
 *   sign: [aut-sign.crt]             # certificates that may speak for it
 *   seal: [aut-seal.crt]             # certificates to seal for it
 *   from: 2026-01-01
 *   until: 2027-12-31
 * </pre>
 */
public final class Trust {
  private static final String FILE = "trust.yaml";

  private final List<X509Certificate> authorities;
  private final List<X509Certificate> timestamps;
  private final List<X509CRL> lists;
  private final List<Binding> bindings;

  /** Certificates of one party, by their SHA-256, and the days on which they are its. */
  private record Binding(
      Party party,
      Set<String> sign,
      Set<String> seal,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    boolean holds(Instant time) {
      LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
      return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
  }

  private Trust(
      List<X509Certificate> authorities,
      List<X509Certificate> timestamps,
      List<X509CRL> lists,
      List<Binding> bindings) {
    this.authorities = List.copyOf(authorities);
    this.timestamps = List.copyOf(timestamps);
    this.lists = List.copyOf(lists);
    this.bindings = List.copyOf(bindings);
  }

  /**
   * Reads a trust folder.
   *
   * @throws IOException when a file cannot be read
   * @throws org.midex.schema.CatalogueException when {@code trust.yaml} is wrong, with the place
   */
  public static Trust read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    YamlFile.Value yaml;
    try (InputStream in = Files.newInputStream(file)) {
      yaml = YamlFile.read(in, file.toString());
    }
    yaml.allow(Set.of("authorities", "timestamps", "lists", "parties"));
    List<Binding> bindings = new ArrayList<>();
    for (YamlFile.Value party : yaml.list("parties")) {
      bindings.add(binding(folder, party));
    }
    List<X509CRL> lists = new ArrayList<>();
    for (YamlFile.Value list : yaml.list("lists")) {
      lists.addAll(Certificates.readLists(folder.resolve(list.text())));
    }
    return new Trust(
        certificates(folder, yaml.list("authorities")),
        certificates(folder, yaml.list("timestamps")),
        lists,
        bindings);
  }

  private static Binding binding(Path folder, YamlFile.Value party) throws IOException {
    party.allow(Set.of("area", "authority", "sign", "seal", "from", "until"));
    return new Binding(
        new Party(party.require("area").text(), party.require("authority").text()),
        hashes(folder, party.list("sign")),
        hashes(folder, party.list("seal")),
        day(party.get("from")),
        day(party.get("until")));
  }

  private static @Nullable LocalDate day(YamlFile.@Nullable Value value) {
    try {
      return value == null ? null : LocalDate.parse(value.text());
    } catch (DateTimeException e) {
      throw value.fault("a day such as 2026-01-31 is expected");
    }
  }

  private static Set<String> hashes(Path folder, List<YamlFile.Value> files) throws IOException {
    Set<String> hashes = new HashSet<>();
    for (X509Certificate certificate : certificates(folder, files)) {
      hashes.add(Certificates.sha256(certificate));
    }
    return hashes;
  }

  private static List<X509Certificate> certificates(Path folder, List<YamlFile.Value> files)
      throws IOException {
    List<X509Certificate> all = new ArrayList<>();
    for (YamlFile.Value file : files) {
      all.addAll(Certificates.read(folder.resolve(file.text())));
    }
    return all;
  }

  /** The same with more revocation lists. */
  public Trust withLists(List<X509CRL> more) {
    return new Trust(
        authorities, timestamps, Stream.concat(lists.stream(), more.stream()).toList(), bindings);
  }

  List<X509Certificate> authorities() {
    return authorities;
  }

  /** Those that issue certificates of timestamp services. */
  List<X509Certificate> timestampAuthorities() {
    return timestamps;
  }

  List<X509CRL> lists() {
    return lists;
  }

  /** The parties that a certificate may speak for at a time. */
  List<Party> speaksFor(X509Certificate certificate, Instant time) {
    String hash = Certificates.sha256(certificate);
    return bindings.stream()
        .filter(b -> b.sign.contains(hash) && b.holds(time))
        .map(Binding::party)
        .toList();
  }

  /** Whether a certificate is named for any party, at whatever time. */
  boolean knows(X509Certificate certificate) {
    String hash = Certificates.sha256(certificate);
    return bindings.stream().anyMatch(b -> b.sign.contains(hash));
  }

  /** The party that something is sealed for with a certificate. */
  public Optional<Party> sealedFor(X509Certificate certificate, Instant time) {
    String hash = Certificates.sha256(certificate);
    return bindings.stream()
        .filter(b -> b.seal.contains(hash) && b.holds(time))
        .map(Binding::party)
        .findFirst();
  }
}
