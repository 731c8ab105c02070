package org.midex.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.codec.MessageArbitraries.Message;
import org.midex.codec.xml.XmlCodec;
import org.midex.model.Observation;
import org.midex.schema.Catalogue;

class DigestWriterTest {
  private static final Catalogue CATALOGUE = Catalogue.standard();

  @TempDir Path folder;

  /** The definition of both digests, executed by tools that know nothing of the standard. */
  @Test
  void agreesWithSha256sumAndSort() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "sha256sum is not installed");
    for (Message message : samples()) {
      Path file = folder.resolve("m.xml");
      Files.write(file, CodecContractTest.write(new XmlCodec(CATALOGUE), message));
      Digests digests = digests(message);
      assertThat(digests.message()).isEqualTo(shell("sha256sum < m.xml"));
      assertThat(digests.data())
          .isEqualTo(shell("grep '^<Obs ' m.xml | LC_ALL=C sort | sha256sum"));
    }
  }

  @Test
  void dataDigestDoesNotKnowTheOrder() throws IOException {
    for (Message message : samples()) {
      List<Observation> shuffled = new java.util.ArrayList<>(message.rows());
      Collections.shuffle(shuffled, new Random(7));
      assertThat(digests(new Message(message.head(), shuffled)).data())
          .isEqualTo(digests(message).data());
    }
  }

  private static List<Message> samples() {
    Arbitrary<Message> messages = MessageArbitraries.messages();
    return java.util.stream.Stream.generate(messages::sample).limit(20).toList();
  }

  private static Digests digests(Message message) throws IOException {
    try (DigestWriter writer = new DigestWriter(CATALOGUE, message.head())) {
      for (Observation row : message.rows()) {
        writer.write(row);
      }
      return writer.finish();
    }
  }

  private String shell(String command) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.substring(0, 64);
  }
}
