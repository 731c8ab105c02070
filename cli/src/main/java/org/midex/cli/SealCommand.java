package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.SealedFiles;
import org.midex.codec.pack.Certificates;
import org.midex.codec.pack.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals a file. */
@Command(
    description = {
      "Encrypt a file, most often a signed package, so that only its receivers can read it"
          + " (CMS AuthEnvelopedData, AES-256-GCM).",
      "Messages in it are judged first; a faulty one is not sealed, nor is any for a receiver that it does not name."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex seal q1.asice -o q1.asice.p7m --to trust/deu-example-min-seal-ml-kem-768.crt --trust trust"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:sealed",
      "1:not sealed, because a message is not conformant or not meant for a receiver",
      "2:wrong usage",
      "3:could not be completed",
      "4:not sealed, because parts of a newer version could not be judged"
    })
final class SealCommand extends Job {
  @Parameters(paramLabel = "FILE", description = "What is to be sealed.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The sealed file, such as q1.asice.p7m.")
  private Path output;

  @Option(
      names = "--to",
      paramLabel = "CERT",
      required = true,
      description =
          "Certificate of a receiver: RSA from 3072 bits, P-256 or ML-KEM-768; several times for several.")
  private List<Path> certificates;

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "Folder with trust.yaml, which says whose certificates these are.")
  private @Nullable Path trust;

  @Option(
      names = "--force",
      description =
          "Seal although a message is not conformant; without --trust, also without knowing whose certificates these are. With --trust nothing is sealed for others than the message names.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    if (trust == null && !force) {
      throw usage("--trust DIR is needed: it says whose certificates these are (or --force)");
    }
    Inputs.requireFile(file, this);
    Inputs.requireOther(output, file, this);
    Trust known = trust == null ? null : TrustOptions.read(trust, this);
    List<X509Certificate> receivers = new ArrayList<>();
    for (Path one : certificates) {
      receivers.add(Certificates.read(one).get(0));
    }
    Instant now = main().surroundings().clock().instant();
    try {
      SealedFiles.Sealed sealed =
          new SealedFiles(main().midex()).seal(file, output, receivers, known, now, force);
      Page err = new Page(err());
      new VerificationText(err, main()).print(sealed.refusals());
      new VerificationText(err, main()).print(sealed.weaknesses());
      if (sealed.written()) {
        return Exit.OK;
      }
      int exit = Refusals.tell(this, output, sealed.results());
      return sealed.refusals().isEmpty() ? exit : Exit.NOT_CONFORMANT;
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }
}
