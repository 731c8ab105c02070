package org.midex.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.midex.codec.pack.KeyFiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Private keys that the command line names. */
final class KeyOptions {
  private static final String TOKEN = "pkcs11:";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = {
        "PKCS#12 file, or pkcs11:CONFIG for a token, where CONFIG is the file for the JDK's PKCS#11 provider.",
        "#ALIAS behind it names one of several keys."
      })
  private List<String> keys = List.of();

  @Mixin private PasswordOptions passwords;

  /**
   * Reads the keys.
   *
   * @throws IOException when one cannot be read, or its password is wrong
   */
  List<KeyFiles.Held> read(Job job) throws IOException {
    if (keys.isEmpty()) {
      throw job.usage("--key KEY is needed");
    }
    List<KeyFiles.Held> held = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      held.add(read(keys.get(i), passwords.read(i, keys.get(i), job), job));
    }
    return held;
  }

  boolean areGiven() {
    return !keys.isEmpty();
  }

  /** Reads the key, of which there is to be one. */
  KeyFiles.Held one(Job job) throws IOException {
    if (keys.size() != 1) {
      throw job.usage("--key: one key is needed");
    }
    return read(job).get(0);
  }

  private static KeyFiles.Held read(String key, char[] password, Job job) throws IOException {
    int mark = key.lastIndexOf('#');
    String place = mark < 0 ? key : key.substring(0, mark);
    String alias = mark < 0 ? null : key.substring(mark + 1);
    try {
      return place.startsWith(TOKEN)
          ? KeyFiles.pkcs11(Path.of(place.substring(TOKEN.length())), password, alias)
          : KeyFiles.pkcs12(Path.of(place), password, alias);
    } catch (IllegalArgumentException e) {
      throw job.usage(String.valueOf(e.getMessage()));
    }
  }
}
