package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.midex.TestKeys;
import org.midex.codec.pack.KeyKind;
import org.midex.model.Party;
import org.midex.report.wording.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes keys for tests. */
@Command(
    description = {
      "Make keys for tests and first steps: a small authority, a party's keys, and a trust folder.",
      "Certificates say TEST ONLY; keys for real data come from your government's authority."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  midex keygen -o trust --area AUT --authority EXAMPLE-STATS --password-file pw.txt",
      "  midex keygen -o trust --area DEU --authority EXAMPLE-MIN --password-file pw.txt"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:made", "2:wrong usage", "3:could not be completed"})
final class KeygenCommand extends Job {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Where the files come; another party may be there already.")
  private Path folder;

  @Option(
      names = "--area",
      required = true,
      paramLabel = "CODE",
      description = "Area of the party, as in Sender and Receiver.")
  private String area;

  @Option(
      names = "--authority",
      required = true,
      paramLabel = "ID",
      description = "Authority of the party.")
  private String authority;

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description =
          "ECDSA-P256 (unless said), ECDSA-P384, ED25519, RSA-3072, ML-DSA-65, ML-KEM-768.")
  private List<String> kinds = List.of(KeyKind.ECDSA_P256.text());

  @Mixin private PasswordOptions passwords;

  @Override
  public Integer call() throws IOException {
    List<KeyKind> wanted;
    try {
      wanted = kinds.stream().map(KeyKind::ofText).toList();
    } catch (IllegalArgumentException e) {
      throw usage("--kind: " + e.getMessage());
    }
    if (Stream.of(area, authority).anyMatch(id -> !id.matches("[A-Za-z0-9_.-]+"))) {
      throw usage("--area and --authority have letters, digits, and - . _ only");
    }
    char[] password = passwords.read(0, "the key files", this);
    TestKeys keys = new TestKeys(folder, password, main().surroundings().clock().instant());
    for (Path file : keys.add(new Party(area, authority), wanted)) {
      out().println(Plain.text(file.toString()));
    }
    return Exit.OK;
  }
}
