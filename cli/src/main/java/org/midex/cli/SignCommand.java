package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.ProviderException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.Packages;
import org.midex.codec.pack.Signing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs files. */
@Command(
    description = {
      "Sign files: as a package (ASiC-E with CAdES) that says who sends them to whom, or beside a file.",
      "Messages are judged first; a faulty one is not signed."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex sign march.xml april.avro -o q1.asice --key aut-sign.p12",
      "  midex sign march.xml --detached --key aut-sign.p12"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:signed",
      "1:not signed, because a message is not conformant",
      "2:wrong usage",
      "3:could not be completed",
      "4:not signed, because parts of a newer version could not be judged"
    })
final class SignCommand extends Job {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Messages and whatever else belongs to them.")
  private List<Path> files;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The package, such as march.asice.")
  private @Nullable Path output;

  @Option(
      names = "--detached",
      description = "Write FILE.p7s beside each file instead of a package.")
  private boolean detached;

  @Mixin private SigningOptions signer;

  @Option(names = "--compress", description = "Deflate the files in the package.")
  private boolean compress;

  @Option(names = "--force", description = "Sign messages although they are not conformant.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    if (detached == (output != null)) {
      throw usage(
          detached
              ? "--detached and -o exclude one another"
              : "say where the package goes (-o OUT), or --detached");
    }
    for (Path file : files) {
      Inputs.requireFile(file, this);
      if (output != null) {
        Inputs.requireOther(output, file, this);
      }
    }
    Signing signing = signer.signing(this);
    Packages packages = new Packages(main().midex());
    try {
      if (output != null) {
        return tell(packages.sign(files, output, signing, compress, force), output);
      }
      int exit = Exit.OK;
      for (Path file : files) {
        Path target = Packages.beside(file);
        exit =
            Exit.gravest(exit, tell(packages.signDetached(file, target, signing, force), target));
      }
      return exit;
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    } catch (ProviderException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private int tell(Packages.Signed signed, Path target) {
    return signed.written() ? Exit.OK : Refusals.tell(this, target, signed.results());
  }
}
