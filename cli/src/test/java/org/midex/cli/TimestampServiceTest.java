package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.midex.cli.SignedExchange.GOOD;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --tsa} with a timestamp service that openssl runs on this machine. */
@Tag("once")
class TimestampServiceTest {
  private static final String CONFIG =
      """
      [tsa]
      default_tsa = service
      [service]
      serial = serial
      signer_digest = sha256
      default_policy = 1.2.3.4
      digests = sha256, sha384, sha512
      ess_cert_id_chain = no
      ess_cert_id_alg = sha256
      """;

  @TempDir private Path folder;
  private SignedExchange keys = new SignedExchange(Path.of(""));
  private HttpServer server = none();

  private static HttpServer none() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void begin() throws IOException {
    assumeTrue(Tool.isThere("openssl", "version"), "needs openssl");
    keys = SignedExchange.in(folder);
    Files.writeString(folder.resolve("tsa.cnf"), CONFIG);
    Files.writeString(folder.resolve("serial"), "01\n");
    Files.writeString(
        folder.resolve("ext"),
        "extendedKeyUsage=critical,timeStamping\nkeyUsage=digitalSignature\n");
    Tool openssl = new Tool(folder, "openssl");
    openssl.run(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsaca.key -out trust/tsaca.crt"
            + " -subj /CN=TSA-CA -days 30");
    openssl.run(
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr -subj /CN=TSA");
    openssl.run(
        "x509 -req -in tsa.csr -CA trust/tsaca.crt -CAkey tsaca.key -CAcreateserial -days 30 -extfile ext"
            + " -out tsa.crt");
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/tsa", this::answer);
    server.createContext("/nonsense", exchange -> send(exchange, new byte[] {1, 2, 3}));
    server.createContext(
        "/old", exchange -> send(exchange, Files.readAllBytes(folder.resolve("answer.tsr"))));
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Files.write(folder.resolve("request.tsq"), exchange.getRequestBody().readAllBytes());
    new Tool(folder, "openssl")
        .run(
            "ts -reply -config tsa.cnf -queryfile request.tsq -signer tsa.crt -inkey tsa.key -out answer.tsr");
    send(exchange, Files.readAllBytes(folder.resolve("answer.tsr")));
  }

  private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void trustTheService() throws IOException {
    Path yaml = keys.trust().resolve("trust.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replace("lists:", "timestamps: [tsaca.crt]\nlists:"));
  }

  @Test
  void provesTheTime() throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "timestamp: true\n");
    Path file = keys.sign(GOOD, "--tsa", url("/tsa"));
    Run stranger = keys.verify(file, "--policy", policy.toString());
    assertThat(stranger.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(stranger.out()).contains("MDX-P43", "MDX-P44");
    trustTheService();
    Run run = keys.verify(file, "--policy", policy.toString(), "--format", "json");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("\"provenTime\"");
    Run without = keys.verify(keys.sign(GOOD), "--policy", policy.toString());
    assertThat(without.code()).isEqualTo(Exit.NOT_CONFORMANT);
    assertThat(without.out()).contains("MDX-P43");
  }

  /** A signature that was there while its certificate was valid holds longer than this. */
  @Test
  void keepsASignatureAliveBeyondItsCertificate() throws IOException {
    trustTheService();
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "revocation: false\n");
    String later = java.time.Instant.now().plus(java.time.Duration.ofDays(500)).toString();
    Run proven =
        keys.verify(
            keys.sign(GOOD, "--tsa", url("/tsa")), "--at", later, "--policy", policy.toString());
    Run claimed = keys.verify(keys.sign(GOOD), "--at", later, "--policy", policy.toString());
    assertThat(claimed.code()).isEqualTo(Exit.UNDECIDED);
    assertThat(claimed.out()).contains("MDX-P21");
    assertThat(proven.out()).doesNotContain("MDX-P21");
  }

  @Test
  void aServiceThatAnswersNonsenseOrOfSomethingElseOrNotAtAll() {
    keys.sign(GOOD, "--tsa", url("/tsa"));
    Path file = folder.resolve("other.asice");
    for (String path : new String[] {"/nonsense", "/old", "/nowhere"}) {
      Run run = keys.signed(file, GOOD, "--tsa", url(path));
      assertThat(run.code()).as(path + run.err()).isEqualTo(Exit.FAILED);
      assertThat(run.err()).startsWith("midex: ").doesNotContain("Exception");
    }
    server.stop(0);
    assertThat(keys.signed(file, GOOD, "--tsa", url("/tsa")).code()).isEqualTo(Exit.FAILED);
    assertThat(keys.signed(file, GOOD, "--tsa", "no url").code()).isEqualTo(Exit.USAGE);
    assertThat(file).doesNotExist();
  }
}
