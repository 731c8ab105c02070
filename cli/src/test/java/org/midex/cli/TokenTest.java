package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.midex.cli.SignedExchange.GOOD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that never leave their token (PKCS#11), which SoftHSM stands for. */
@Tag("once")
class TokenTest {
  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib64/pkcs11/libsofthsm2.so",
          "/usr/local/lib/softhsm/libsofthsm2.so");

  @TempDir private Path folder;

  @Test
  void signs() throws IOException {
    assumeTrue(Tool.isThere("softhsm2-util", "--version"), "needs softhsm2-util");
    String library =
        LIBRARIES.stream().filter(l -> Files.exists(Path.of(l))).findFirst().orElse(null);
    assumeTrue(library != null, "needs the library of SoftHSM");
    SignedExchange keys = SignedExchange.in(folder);
    assertThat(keys.keygen("DEU", "EXAMPLE-MIN", "--kind", "RSA-3072").code()).isZero();
    Path config =
        Files.writeString(
            folder.resolve("softhsm.conf"), "directories.tokendir = " + folder + "\n");
    Map<String, String> environment = Map.of("SOFTHSM2_CONF", config.toString());
    new Tool(folder, environment, List.of("softhsm2-util"))
        .run("--init-token --slot 0 --label midex --so-pin 1234 --pin secret");
    Path token =
        Files.writeString(
            folder.resolve("token.cfg"),
            "name = test\nlibrary = " + library + "\nslotListIndex = 0\n");
    put(keys.key(), environment, token, keys);
    put(keys.trust().resolve("deu-example-min-sign-rsa-3072.p12"), environment, token, keys);

    Tool midex =
        new Tool(
            Path.of("."),
            environment,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.midex.cli.Main"));
    Path file = folder.resolve("package.asice");
    String alias = "#aut-example-stats-sign-ecdsa-p256";
    String[] secret = {"--password-file", keys.password().toString()};
    String[] sign = {"sign", GOOD, "-o", file.toString(), "--key"};
    Tool.Result several = midex.result(all(sign, secret, "pkcs11:" + token));
    assertThat(several.exit()).as(several.printed()).isEqualTo(Exit.USAGE);
    assertThat(several.printed()).contains(alias.substring(1));
    Tool.Result signed = midex.result(all(sign, secret, "pkcs11:" + token + alias));
    assertThat(signed.exit()).as(signed.printed()).isZero();
    Run verified = keys.verify(file);
    assertThat(verified.code()).as(verified.out()).isZero();

    Path wrong = Files.writeString(folder.resolve("wrong"), "guess\n");
    String[] guess = {"--password-file", wrong.toString()};
    Tool.Result refused = midex.result(all(sign, guess, "pkcs11:" + token + alias));
    assertThat(refused.exit()).isEqualTo(Exit.FAILED);
    assertThat(refused.printed()).startsWith("midex: ").doesNotContain("\tat ");

    Path sealed = Files.writeString(folder.resolve("sealed.p7m"), "anything");
    String[] open = {"open", sealed.toString(), "-o", file.toString(), "--unverified", "--key"};
    Tool.Result opened = midex.result(all(open, secret, "pkcs11:" + token + alias));
    assertThat(opened.exit()).as(opened.printed()).isEqualTo(Exit.USAGE);
    assertThat(opened.printed()).contains("PKCS#12");
  }

  private static List<String> all(String[] first, String[] last, String key) {
    return Stream.of(List.of(first), List.of(key), List.of(last)).flatMap(List::stream).toList();
  }

  /** Puts a key and its certificates into the token. */
  private void put(Path key, Map<String, String> environment, Path token, SignedExchange keys) {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    new Tool(folder, environment, List.of(keytool))
        .run(
            "-importkeystore -noprompt -srckeystore "
                + key
                + " -srcstoretype PKCS12 -srcstorepass secret -destkeystore NONE -deststoretype PKCS11"
                + " -deststorepass secret -addprovider SunPKCS11 -providerarg "
                + token);
    assertThat(keys.key()).exists();
  }
}
