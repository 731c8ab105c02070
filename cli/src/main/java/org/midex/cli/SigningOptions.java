package org.midex.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.codec.pack.KeyFiles;
import org.midex.codec.pack.Signing;
import org.midex.codec.pack.SigningKey;
import org.midex.codec.pack.TimestampService;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who signs, and who proves when. */
final class SigningOptions {
  @Mixin private KeyOptions keys;

  @Option(
      names = "--tsa",
      paramLabel = "URL",
      description =
          "Timestamp service (RFC 3161) that proves the time; nothing else is asked over a network.")
  private @Nullable String timestamps;

  /** Whether a key was named. */
  boolean areGiven() {
    return keys.areGiven();
  }

  /** What to sign with. */
  Signing signing(Job job) throws IOException {
    List<KeyFiles.Held> held = keys.read(job);
    try {
      List<SigningKey> signers = held.stream().map(KeyFiles.Held::toSign).toList();
      TimestampService service = timestamps == null ? null : new HttpTimestamps(timestamps);
      return new Signing(signers, job.main().surroundings().clock().instant(), service);
    } catch (IllegalArgumentException e) {
      throw job.usage(String.valueOf(e.getMessage()));
    }
  }
}
