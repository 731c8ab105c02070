package org.midex.conformance.generator;

import static org.midex.conformance.generator.Cases.bytes;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;

/** SEAL-1 to SEAL-5: what opens, and what must leave nothing behind. */
final class OpenVectors {
  private static final String DAMAGED =
      "Half a file, or one that somebody altered, would be read as what the sender sealed.";
  private static final String WEAK =
      "Such a cipher does not keep the secret, or does not show a change; whoever accepts it can be led to it.";

  /** The names of AES-256-GCM and of AES-256's key wrapping, as they are encoded. */
  private static final String GCM = "060960864801650304012e";

  private static final String WRAP = "060960864801650304012d";
  private static final String USUAL = "fixtures/packages/usual.asice";
  private static final String[] REFUSALS = {"MDX-P60", "MDX-P61", "MDX-P62"};

  private final Cases cases;
  private final Bench bench;
  private final Drafts drafts;

  OpenVectors(Drafts drafts, Cases cases, Bench bench) {
    this.drafts = drafts;
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    byte[] usual = bench.usual().bytes();
    drafts.put(USUAL, usual);
    good(usual);
    byte[] p256 = shared("p256", usual);
    byte[] rsa = shared("rsa", usual);
    byte[] kem = shared("mlkem", usual);
    flipped("p256", "ECDSA-P256", p256, find(p256, "0428", find(p256, WRAP, 0)) + 10);
    flipped("rsa", "RSA-3072", rsa, find(rsa, "04820180", 0) + 100);
    flipped("mlkem", "ML-KEM-768", kem, find(kem, "04820440", 0) + 100);
    around(p256);
    cut(p256);
    noSealedFile(p256);
    otherWays(usual);
    verified();
  }

  private byte[] shared(String kind, byte[] content) throws IOException {
    String path = "fixtures/sealed/usual-" + kind + ".p7m";
    byte[] sealed = drafts.kept(path, () -> Sealed.of(bench.keys, content, "deu-seal-" + kind));
    drafts.put(path, sealed);
    return sealed;
  }

  private static String sealedFile(String kind) {
    return Case.fixture("sealed/usual-" + kind + ".p7m");
  }

  private void good(byte[] usual) throws IOException {
    String[][] kinds = {{"rsa", "RSA-3072"}, {"p256", "ECDSA-P256"}, {"mlkem", "ML-KEM-768"}};
    for (String[] kind : kinds) {
      cases
          .of(
              "open-" + kind[0],
              "SEAL-1 SEAL-2",
              "Opens what was sealed for " + kind[1],
              "What a partner has sealed for us we have to be able to read.")
          .ask("open", "file", sealedFile(kind[0]))
          .openedWith("deu-seal-" + kind[0])
          .set("output", Case.OPENED)
          .algorithms(kind[1])
          .near("MDX-P60", "MDX-P61", "MDX-P62")
          .written(Output.same(Case.fixture("packages/usual.asice")));
      cases
          .of(
              "open-several-" + kind[0],
              "SEAL-2",
              "Opens with " + kind[1] + " what was sealed for three keys",
              "A sealed file goes to several offices; each has its own key.")
          .open(
              "deu-seal-" + kind[0],
              () -> Sealed.of(bench.keys, usual, "deu-seal-rsa", "deu-seal-p256", "deu-seal-mlkem"))
          .algorithms(kind[1])
          .near("MDX-P60", "MDX-P61", "MDX-P62")
          .written(Output.same(Case.fixture("packages/usual.asice")));
    }
    cases
        .of(
            "open-other-key",
            "SEAL-2",
            "Does not open with another key of the same receiver",
            "Sealed is for those who are named; the answer has to say for whom, so that the right key is taken.")
        .ask("open", "file", sealedFile("p256"))
        .openedWith("deu-seal-second")
        .set("output", Case.OPENED)
        .refused("MDX-P60");
    cases
        .of(
            "open-key-of-another-kind",
            "SEAL-2",
            "Does not open with a key of another kind",
            "Sealed is for those who are named; a wrong key is no failure of the program.")
        .ask("open", "file", sealedFile("mlkem"))
        .openedWith("deu-seal-rsa")
        .set("output", Case.OPENED)
        .algorithms("ML-KEM-768", "RSA-3072")
        .refused("MDX-P60");
  }

  private static int find(byte[] in, String hex, int from) {
    byte[] wanted = HexFormat.of().parseHex(hex);
    for (int at = from; at <= in.length - wanted.length; at++) {
      if (Arrays.equals(in, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalStateException(hex + " is not there");
  }

  /** Behind the content stands the tag: 04 10, 16 bytes, and the ends of three structures. */
  private static int tag(byte[] sealed) {
    return find(sealed, "0410", sealed.length - 24) + 2;
  }

  private static byte[] flip(byte[] good, int at) {
    byte[] other = good.clone();
    other[at] ^= 1;
    return other;
  }

  private void flipped(String kind, String algorithm, byte[] sealed, int wrapped)
      throws IOException {
    Object[][] places = {
      {"tag", tag(sealed) + 5, "the proof"},
      {"content", sealed.length / 2 + 300, "the content"},
      {"first-of-content", content(sealed), "the first byte of the content"},
      {"nonce", find(sealed, GCM, 0) + 15, "the nonce"},
      {"wrapped-key", wrapped, "the wrapped key"}
    };
    for (Object[] place : places) {
      cases
          .of(
              "seal-flipped-" + place[0] + "-" + kind,
              "SEAL-3",
              "One bit of " + place[2] + " is another, sealed for " + algorithm,
              DAMAGED)
          .open("deu-seal-" + kind, flip(sealed, (Integer) place[1]))
          .algorithms(algorithm)
          .refused("MDX-P61");
    }
  }

  /** Where the cipher text begins: behind the parameters of the cipher. */
  private static int content(byte[] sealed) {
    int parameters = find(sealed, GCM, 0) + 11;
    int behind = parameters + 2 + sealed[parameters + 1];
    return behind + 6;
  }

  private void around(byte[] sealed) throws IOException {
    Object[][] places = {
      {"first-byte", 0, "the first byte"},
      {"content-type", find(sealed, "060b2a864886f70d0109100117", 0) + 12, "the name of the whole"},
      {"version", find(sealed, "020103", 0) + 2, "a version"},
      {
        "receiver-number",
        find(sealed, "0210", find(sealed, WRAP, 0)) + 8,
        "the receiver's name or number"
      },
      {"inner-type", find(sealed, "06092a864886f70d010701", 0) + 10, "the name of the content"},
      {"cipher", find(sealed, GCM, 0) + 10, "the name of the cipher"},
      {"tag-length", find(sealed, GCM, 0) + 29, "the length of the proof"},
      {"last-byte", sealed.length - 1, "the last byte"}
    };
    for (Object[] place : places) {
      cases
          .of(
              "seal-flipped-" + place[0],
              "SEAL-3 SEAL-5",
              "One bit of " + place[2] + " is another",
              DAMAGED)
          .open("deu-seal-p256", flip(sealed, (Integer) place[1]))
          .refusedForOneOf(REFUSALS);
    }
    byte[] small = sealed.clone();
    small[find(sealed, "0c0754455354206361", 0) + 2] ^= 'T' ^ 't';
    cases
        .of(
            "seal-flipped-receiver-name",
            "SEAL-3 SEAL-5",
            "A letter of the receiver's name is a small one",
            DAMAGED)
        .open("deu-seal-p256", small)
        .refusedForOneOf(REFUSALS);
    cases
        .of("seal-byte-behind", "SEAL-5", "A byte stands behind the sealed file", DAMAGED)
        .open("deu-seal-p256", Arrays.copyOf(sealed, sealed.length + 1))
        .refusedForOneOf("MDX-P61", "MDX-P62");
    byte[] twice = Arrays.copyOf(sealed, 2 * sealed.length);
    System.arraycopy(sealed, 0, twice, sealed.length, sealed.length);
    cases
        .of("seal-twice", "SEAL-5", "The sealed file stands there twice", DAMAGED)
        .open("deu-seal-p256", twice)
        .refusedForOneOf("MDX-P61", "MDX-P62");
    int point = find(sealed, "03420004", 0);
    byte[] unused = sealed.clone();
    unused[point + 2] = 1;
    cases
        .of(
            "seal-point-with-unused-bits",
            "SEAL-5",
            "The sender's point says that one of its bits is not used",
            "What can be changed without a trace makes two files of one, and digests in logs no longer fit.")
        .open("deu-seal-p256", unused)
        .refusedForOneOf("MDX-P61", "MDX-P62");
  }

  private void cut(byte[] sealed) throws IOException {
    int[] tenths = {1, 4, 7, 9};
    for (int tenth : tenths) {
      cases
          .of(
              "seal-cut-" + tenth * 10,
              "SEAL-3",
              "Only the first " + tenth * 10 + " percent of a sealed file arrived",
              DAMAGED)
          .open("deu-seal-p256", Arrays.copyOf(sealed, sealed.length * tenth / 10))
          .refusedForOneOf(REFUSALS);
    }
    cases
        .of("seal-cut-tag", "SEAL-3", "The proof at the end is missing", DAMAGED)
        .open("deu-seal-p256", Arrays.copyOf(sealed, tag(sealed) - 2))
        .refusedForOneOf("MDX-P61", "MDX-P62");
    cases
        .of("seal-cut-last-byte", "SEAL-3 SEAL-5", "The last byte is missing", DAMAGED)
        .open("deu-seal-p256", Arrays.copyOf(sealed, sealed.length - 1))
        .refusedForOneOf("MDX-P61", "MDX-P62");
  }

  private void noSealedFile(byte[] sealed) throws IOException {
    String mistaken =
        "A file that was never sealed went over the wire for all to read; it must not pass as opened.";
    cases
        .of("seal-empty", "SEAL-1", "An empty file", DAMAGED)
        .open("deu-seal-p256", new byte[0])
        .refusedForOneOf("MDX-P61", "MDX-P62");
    cases
        .of("seal-plain-message", "SEAL-1", "A message that is not sealed at all", mistaken)
        .open("deu-seal-p256", Letters.GOOD)
        .refused("MDX-P62");
    cases
        .of("seal-plain-package", "SEAL-1", "A package that is not sealed at all", mistaken)
        .open("deu-seal-p256", bench.usual().bytes())
        .refused("MDX-P62");
    cases
        .of("seal-signature", "SEAL-1", "A CMS signature instead of a sealed file", mistaken)
        .open("deu-seal-p256", bench.usualSignature())
        .refusedForOneOf("MDX-P61", "MDX-P62");
    cases
        .of(
            "seal-text-form",
            "SEAL-1 SEAL-5",
            "A sealed file that is written as text (PEM)",
            "The standard has one form; a program that guesses others can be made to guess wrong.")
        .open(
            "deu-seal-p256",
            bytes(
                "-----BEGIN CMS-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(sealed)
                    + "\n-----END CMS-----\n"))
        .refused("MDX-P62");
  }

  private void weak(String id, String title, Drafts.Maker maker) throws IOException {
    cases
        .of(id, "SEAL-1 SEAL-2", title, WEAK)
        .open("deu-seal-rsa", maker)
        .algorithms("RSA-3072")
        .refused("MDX-P62");
  }

  private void otherWays(byte[] content) throws IOException {
    Object[][] ciphers = {
      {"aes-128-gcm", CMSAlgorithm.AES128_GCM, "AES-128-GCM"},
      {"aes-192-gcm", CMSAlgorithm.AES192_GCM, "AES-192-GCM"},
      {"aes-256-ccm", CMSAlgorithm.AES256_CCM, "AES-256-CCM"}
    };
    for (Object[] cipher : ciphers) {
      weak(
          "seal-" + cipher[0],
          "Sealed with " + cipher[2],
          () ->
              Sealed.with(
                  Sealed.withOaep(bench.keys.get("deu-seal-rsa")),
                  (ASN1ObjectIdentifier) cipher[1],
                  content));
    }
    weak(
        "seal-aes-256-cbc",
        "Encrypted with AES-256-CBC, without a proof that nothing was changed",
        () ->
            Sealed.withoutProof(
                Sealed.withOaep(bench.keys.get("deu-seal-rsa")), CMSAlgorithm.AES256_CBC, content));
    weak(
        "seal-short-tag",
        "Sealed with AES-256-GCM, and a proof of 12 bytes instead of 16",
        () -> Sealed.withShortTag(Sealed.withOaep(bench.keys.get("deu-seal-rsa")), content));
    weak(
        "seal-triple-des",
        "Encrypted with triple DES",
        () ->
            Sealed.withoutProof(
                Sealed.withOaep(bench.keys.get("deu-seal-rsa")),
                CMSAlgorithm.DES_EDE3_CBC,
                content));
    weak(
        "seal-rsa-pkcs1",
        "The key is wrapped with the padding of PKCS #1 1.5",
        () ->
            Sealed.with(
                Sealed.withPkcs1(bench.keys.get("deu-seal-rsa")),
                CMSAlgorithm.AES256_GCM,
                content));
    weak(
        "seal-rsa-oaep-sha1",
        "The key is wrapped with OAEP and SHA-1",
        () ->
            Sealed.with(
                Sealed.withSha1(bench.keys.get("deu-seal-rsa")), CMSAlgorithm.AES256_GCM, content));
    boolean[] ways = {true, false};
    for (boolean covered : ways) {
      String id = "seal-attribute" + (covered ? "" : "-not-covered");
      cases
          .of(
              id,
              "SEAL-5",
              covered
                  ? "An attribute stands beside the content"
                  : "An attribute stands beside the content that the proof does not cover",
              "Anybody could write there what people take for the sender's word.")
          .open(
              "deu-seal-rsa",
              () ->
                  Sealed.withAttribute(
                      Sealed.withOaep(bench.keys.get("deu-seal-rsa")),
                      CMSAlgorithm.AES256_GCM,
                      content,
                      covered))
          .algorithms("RSA-3072")
          .refusedForOneOf("MDX-P61", "MDX-P62");
    }
  }

  private Case inside(String id, String title, String why, Drafts.Maker content)
      throws IOException {
    return cases
        .of(id, "SEAL-3 SIG-12", title, why)
        .open("deu-seal-p256", () -> Sealed.of(bench.keys, content.make(), "deu-seal-p256"))
        .verified();
  }

  private void verified() throws IOException {
    String sealedByAnybody =
        "Anybody can seal for a receiver, whose certificate is public; only the signature inside says who did.";
    cases
        .of(
            "open-verified",
            "SEAL-1 SIG-12",
            "Opens a sealed package, and believes it",
            "Secret and genuine: that is what goes over the wire every day.")
        .ask("open", "file", sealedFile("p256"))
        .openedWith("deu-seal-p256")
        .set("output", Case.OPENED)
        .verified()
        .written(Output.same(Case.fixture("packages/usual.asice")));
    inside(
            "open-unsigned",
            "What was sealed is a message without a signature",
            sealedByAnybody,
            () -> Letters.GOOD)
        .refused("MDX-P41");
    inside(
            "open-stranger",
            "What was sealed is a package of a stranger",
            sealedByAnybody,
            () -> Asic.usual().signed(bench.by("stranger-p256")).bytes())
        .refused("MDX-P20", "MDX-P53");
    inside(
            "open-changed-inside",
            "What was sealed is a package that was changed before",
            sealedByAnybody,
            () -> bench.usual().replace(Asic.MESSAGE, Letters.FORGED).bytes())
        .refused("MDX-P10");
    inside(
            "open-meant-for-others",
            "What was sealed for Germany is a package that is addressed to France",
            "A package for France was sealed for Germany by mistake, or by somebody who passes it on.",
            () ->
                new Asic(Letters.AUSTRIA, Letters.FRANCE)
                    .file(
                        Asic.MESSAGE, Letters.from(Letters.AUSTRIA, "1014", "5210", Letters.FRANCE))
                    .signed(bench.by("aut-p256"))
                    .bytes())
        .refused("MDX-P51");
    inside(
            "open-revoked-inside",
            "What was sealed is a package whose signer was revoked",
            "Whoever has stolen a key signs with it.",
            () -> Asic.usual().signed(bench.by("aut-revoked")).bytes())
        .refused("MDX-P30");
    inside(
            "open-undecided",
            "Whether the signer of what was sealed was revoked cannot be told",
            "What is not decided is not believed: nothing is kept until it is.",
            () -> bench.usual().bytes())
        .trust("no-lists")
        .refused("MDX-P31");
    inside(
            "open-undecided-allowed",
            "The policy does not ask for revocation",
            "Offices without a connection have no lists; they say so in their policy, and are still told.",
            () -> bench.usual().bytes())
        .trust("no-lists")
        .policy("no-revocation")
        .near("MDX-P41")
        .written(Output.same(Case.fixture("packages/usual.asice")), "MDX-P31");
    cases
        .of(
            "open-unsigned-not-asked",
            "SEAL-1",
            "Opens a message without a signature where no trust folder is named",
            "Who asks nobody to be believed gets what was sealed, and no more.")
        .open("deu-seal-p256", () -> Sealed.of(bench.keys, Letters.GOOD, "deu-seal-p256"))
        .file(Asic.MESSAGE, Letters.GOOD)
        .written(Output.same(Asic.MESSAGE));
  }
}
