package org.midex.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An implementation that greets, and at the first question writes its process id and hangs. */
final class HangingAdapter {
  private HangingAdapter() {}

  public static void main(String[] file) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    in.readLine();
    System.out.println(
        "{\"seq\":0,\"protocol\":1,\"name\":\"hanging\",\"version\":\"1\",\"standard\":\"1.0\","
            + "\"profiles\":[\"validator\"],\"syntaxes\":[\"xml\"]}");
    if (in.readLine().contains("\"bye\"")) {
      System.out.println("{\"seq\":1,\"bye\":true}");
      return;
    }
    Path partial = Path.of(file[0] + ".part");
    Files.writeString(partial, Long.toString(ProcessHandle.current().pid()));
    Files.move(partial, Path.of(file[0]));
    Thread.sleep(Long.MAX_VALUE);
  }
}
