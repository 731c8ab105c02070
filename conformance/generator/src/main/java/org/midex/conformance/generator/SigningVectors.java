package org.midex.conformance.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.midex.conformance.generator.Cases.bytes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.midex.Midex;
import org.midex.Source;
import org.midex.model.FindingSink;

/** What implementations make: packages and signatures that others believe. */
final class SigningVectors {
  private static final String OTHERS =
      "What one government signs another one has to believe, with software that it chose itself.";
  private static final String NAME =
      "What a government puts its name to should be right; a faulty message that is signed cannot be taken back.";
  private static final byte[] TABLE = bytes("year,persons\n2024,5210\n");

  private static final String[][] KINDS = {
    {"ecdsa-p256", "aut-p256", "ECDSA-P256"},
    {"ecdsa-p384", "aut-p384", "ECDSA-P384"},
    {"ed25519", "aut-ed25519", "ED25519"},
    {"rsa-pss", "aut-rsa3072", "RSA-3072"}
  };

  private final Cases packages;
  private final Cases detached;

  SigningVectors(Cases packages, Cases detached) {
    this.packages = packages;
    this.detached = detached;
  }

  void add() throws IOException {
    kinds();
    files();
    refusals();
    beside();
  }

  private void kinds() throws IOException {
    for (String[] kind : KINDS) {
      packages
          .of(
              "sign-" + kind[0],
              "PKG-1 PKG-2 SIG-1 SIG-2",
              "Signs a message as a package with " + kind[2],
              OTHERS)
          .file(Asic.MESSAGE, Letters.GOOD)
          .sign(Asic.MESSAGE)
          .keys(kind[1])
          .algorithms(kind[2])
          .written(Output.believed(Asic.MESSAGE));
    }
    ObjectNode wanted = Output.verify("output:" + Case.PACKAGE);
    wanted.put("policy", Case.fixture("policies/post-quantum.yaml"));
    packages
        .of(
            "sign-ml-dsa-second",
            "SIG-11",
            "Signs a message with ECDSA and with ML-DSA-65",
            "The second signature holds when quantum computers break the first, and older programs still verify the first.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .sign(Asic.MESSAGE)
        .keys("aut-p256", "aut-mldsa65")
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .written(Output.pack(wanted, Asic.MESSAGE));
    packages
        .of(
            "sign-two-keys",
            "SIG-1 PKG-2",
            "Signs a message with two keys",
            "Agreements ask for two signatures; each of them is to hold by itself.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .sign(Asic.MESSAGE)
        .keys("aut-p256", "aut-p384")
        .algorithms("ECDSA-P256", "ECDSA-P384")
        .written(Output.believed(Asic.MESSAGE));
    packages
        .of(
            "sign-authority-between",
            "SIG-4",
            "Signs with a certificate that an authority below the root issued",
            "The certificate between has to come along: receivers know the root only.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .sign(Asic.MESSAGE)
        .keys("aut-sub")
        .written(Output.believed(Asic.MESSAGE));
  }

  private void files() throws IOException {
    packages
        .of("sign-avro", "PKG-1 PKG-2", "Signs an Avro message as a package", OTHERS)
        .kept("message.avro", () -> converted("avro"))
        .sign("message.avro")
        .keys("aut-p256")
        .written(Output.believed("message.avro"));
    packages
        .of("sign-gzip", "PKG-1 PKG-2", "Signs a gzip-compressed message as a package", OTHERS)
        .kept("message.xml.gz", () -> gzip(Letters.GOOD))
        .sign("message.xml.gz")
        .keys("aut-p256")
        .written(Output.believed("message.xml.gz"));
    packages
        .of(
            "sign-several-files",
            "PKG-1 PKG-2",
            "Signs two messages, a table and an empty file as one package",
            "What belongs together has to arrive together, and all of it signed.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .kept("message.avro", () -> converted("avro"))
        .file("table.csv", TABLE)
        .file("empty.txt", new byte[0])
        .sign(Asic.MESSAGE, "message.avro", "table.csv", "empty.txt")
        .keys("aut-p256")
        .written(Output.believed(Asic.MESSAGE, "message.avro", "table.csv", "empty.txt"));
    packages
        .of(
            "sign-name-with-signs",
            "PKG-3",
            "Signs a file whose name has spaces, a plus, a percent sign and brackets",
            "The manifest names files percent-encoded; the receiver must find the signed file by its name.")
        .file("2024 a+b 5% [final] #1.xml", Letters.GOOD)
        .sign("2024 a+b 5% [final] #1.xml")
        .keys("aut-p256")
        .written(Output.believed("2024 a+b 5% [final] #1.xml"));
    ObjectNode nobody = Output.verify("output:" + Case.PACKAGE);
    nobody.put("receiver", Letters.FRANCE);
    packages
        .of(
            "sign-two-receivers",
            "PKG-7 SIG-8",
            "Signs a message for two receivers; the second one believes it",
            "The manifest has to name all whom the message names.")
        .file(
            Asic.MESSAGE,
            Letters.from(Letters.AUSTRIA, "1009", "5210", Letters.GERMANY, Letters.FRANCE))
        .sign(Asic.MESSAGE)
        .keys("aut-p256")
        .written(Output.pack(nobody, Asic.MESSAGE));
    packages
        .of(
            "sign-other-line-ends",
            "PKG-2",
            "Signs a message that is not in canonical form, byte for byte",
            "Signed are the bytes that people see; a program that tidies them signs something else.")
        .file(Asic.MESSAGE, bytes(new String(Letters.GOOD, UTF_8).replace("\n<Obs", "\r\n  <Obs")))
        .sign(Asic.MESSAGE)
        .keys("aut-p256")
        .written(Output.believed(Asic.MESSAGE));
  }

  private void refusals() throws IOException {
    packages
        .of("sign-faulty", "SIG-9", "Does not sign a message with a figure that is none", NAME)
        .file(Asic.MESSAGE, Letters.FAULTY)
        .sign(Asic.MESSAGE)
        .keys("aut-p256")
        .refused("MDX-S11");
    packages
        .of(
            "sign-one-of-two-faulty",
            "SIG-9",
            "Does not sign two messages of which one is faulty",
            NAME)
        .file(Asic.MESSAGE, Letters.GOOD)
        .file("second.xml", Letters.FAULTY)
        .sign(Asic.MESSAGE, "second.xml")
        .keys("aut-p256")
        .refused("MDX-S11");
    packages
        .of("sign-cut", "SIG-9", "Does not sign a message whose end is missing", NAME)
        .file(Asic.MESSAGE, Arrays.copyOf(Letters.GOOD, Letters.GOOD.length - 20))
        .sign(Asic.MESSAGE)
        .keys("aut-p256")
        .refusedAnyhow();
    packages
        .of(
            "sign-newer-version",
            "SIG-9 VER-1",
            "Does not sign a message of a newer version with parts that it cannot judge",
            "What cannot be judged cannot be vouched for.")
        .file(Asic.MESSAGE, Letters.NEWER)
        .sign(Asic.MESSAGE)
        .keys("aut-p256")
        .refusedAnyhow();
    packages
        .of(
            "sign-two-senders",
            "PKG-7",
            "Does not sign messages of two senders as one package",
            "One package is from one sender to its receivers; the manifest could not say whose it is.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .file("second.xml", Letters.from(Letters.FRANCE, "1010", "5210", Letters.GERMANY))
        .sign(Asic.MESSAGE, "second.xml")
        .keys("aut-p256")
        .refusedAnyhow();
    packages
        .of(
            "sign-two-addresses",
            "PKG-7",
            "Does not sign messages for different receivers as one package",
            "Whoever opens the package gets all of it, also what is meant for others.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .file("second.xml", Letters.from(Letters.AUSTRIA, "1011", "5210", Letters.FRANCE))
        .sign(Asic.MESSAGE, "second.xml")
        .keys("aut-p256")
        .refusedAnyhow();
    String[][] keys = {
      {"sign-key-to-seal-with", "aut-encipher", "Does not sign with a key that is for sealing"},
      {"sign-key-of-authority", "ca", "Does not sign with the key of an authority"},
      {"sign-rsa-2048", "aut-rsa2048", "Does not sign with RSA of 2048 bits"}
    };
    for (String[] key : keys) {
      packages
          .of(
              key[0],
              "SIG-2 SIG-4",
              key[2],
              "Nobody would believe the signature, and the sender would learn it last.")
          .file(Asic.MESSAGE, Letters.GOOD)
          .sign(Asic.MESSAGE)
          .keys(key[1])
          .refusedAnyhow();
    }
  }

  private void beside() throws IOException {
    for (String[] kind : KINDS) {
      detached
          .of(
              "sign-detached-" + kind[0],
              "SIG-10 SIG-1 SIG-2",
              "Signs a message with a signature beside it, with " + kind[2],
              OTHERS)
          .file(Asic.MESSAGE, Letters.GOOD)
          .signBeside(Asic.MESSAGE)
          .keys(kind[1])
          .algorithms(kind[2])
          .written(Output.believedBeside(Asic.MESSAGE));
    }
    detached
        .of(
            "sign-detached-avro",
            "SIG-10",
            "Signs an Avro message with a signature beside it",
            OTHERS)
        .kept("message.avro", () -> converted("avro"))
        .signBeside("message.avro")
        .keys("aut-p256")
        .written(Output.believedBeside("message.avro"));
    detached
        .of(
            "sign-detached-two-keys",
            "SIG-10 SIG-11",
            "Signs a message beside it with ECDSA and ML-DSA-65",
            "Both signers stand in one file; each has to hold.")
        .file(Asic.MESSAGE, Letters.GOOD)
        .signBeside(Asic.MESSAGE)
        .keys("aut-p256", "aut-mldsa65")
        .algorithms("ECDSA-P256", "ML-DSA-65")
        .written(Output.believedBeside(Asic.MESSAGE));
    detached
        .of(
            "sign-detached-faulty",
            "SIG-9 SIG-10",
            "Makes no signature beside a faulty message",
            NAME)
        .file(Asic.MESSAGE, Letters.FAULTY)
        .signBeside(Asic.MESSAGE)
        .keys("aut-p256")
        .refused("MDX-S11");
  }

  private static byte[] converted(String syntax) throws IOException {
    Path folder = Files.createTempDirectory("convert");
    Path from = Files.write(folder.resolve(Asic.MESSAGE), Letters.GOOD);
    Path to = folder.resolve("message." + syntax);
    try (Source source = Source.of(from)) {
      Midex.standard().convert(source, to, FindingSink.ignoring());
      return Files.readAllBytes(to);
    } finally {
      Files.deleteIfExists(to);
      Files.delete(from);
      Files.delete(folder);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
