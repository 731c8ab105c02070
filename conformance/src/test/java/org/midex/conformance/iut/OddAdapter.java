package org.midex.conformance.iut;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An implementation that does what its files say: a message that holds {@code crash} makes it end,
 * and so on. Every other message it finds conformant.
 */
public final class OddAdapter {
  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
  private static final Pattern FILE = Pattern.compile("\"file\":\"([^\"]*)\"");
  private static final Pattern OUTPUT = Pattern.compile("\"output\":\"([^\"]*)\"");

  private OddAdapter() {}

  /** Reads requests from stdin. */
  public static void main(String[] how) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Matcher seq = SEQ.matcher(line);
      String start = "{\"seq\":" + (seq.find() ? seq.group(1) : "-1") + ",";
      if (line.contains("\"op\":\"hello\"")) {
        out.println(
            start
                + "\"protocol\":1,\"name\":\"odd\",\"version\":\"1\",\"standard\":\"1.0\","
                + "\"profiles\":[\"validator\"],\"syntaxes\":[\"xml\""
                + (is("boasting", how) ? ",\"json\"" : "")
                + "]}");
        if (is("deaf", how)) {
          Thread.sleep(600_000);
        }
      } else if (line.contains("\"op\":\"bye\"")) {
        out.println(start + "\"bye\":true}");
        System.exit(is("badend", how) ? 7 : 0);
      } else {
        Matcher file = FILE.matcher(line);
        String text = file.find() ? Files.readString(Path.of(file.group(1))) : "";
        Matcher output = OUTPUT.matcher(line);
        if (output.find()) {
          write(text.strip(), Path.of(output.group(1)));
          out.println(start + "\"written\":true,\"findings\":[]}");
        } else {
          answer(text.strip(), start, out);
        }
      }
    }
  }

  private static boolean is(String what, String[] how) {
    return how.length > 0 && how[0].equals(what);
  }

  private static void write(String text, Path output) throws IOException, InterruptedException {
    switch (text) {
      case "link" -> Files.createSymbolicLink(output, Path.of("/dev/zero"));
      case "pipe" -> new ProcessBuilder("mkfifo", output.toString()).start().waitFor();
      case "sparse" -> {
        try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "rw")) {
          file.setLength(3L << 30);
        }
      }
      case "folder" -> Files.delete(output.getParent());
      default -> Files.writeString(output, text);
    }
  }

  private static void answer(String text, String start, PrintStream out)
      throws InterruptedException {
    switch (text) {
      case "crash" -> {
        System.err.println("out of cheese");
        System.exit(5);
      }
      case "hang" -> Thread.sleep(60_000);
      case "babble" -> out.println("I think that it is fine");
      case "mute" -> System.out.close();
      case "other" -> out.println("{\"seq\":999,\"verdict\":\"conformant\",\"findings\":[]}");
      case "long" -> out.println("x".repeat(2_000_000));
      case "error" -> out.println(start + "\"error\":\"disk full\"}");
      case "skip" -> out.println(start + "\"skip\":\"not yet\"}");
      case "wrong" ->
          out.println(
              start
                  + "\"verdict\":\"notConformant\",\"findings\":[{\"rule\":\"MDX-V01\",\"severity\":\"error\",\"count\":2}]}");
      case "flood" -> {
        for (int i = 0; i < 100_000; i++) {
          System.err.println("noise " + i);
        }
        out.println(start + "\"verdict\":\"conformant\",\"findings\":[]}");
      }
      default -> out.println(start + "\"verdict\":\"conformant\",\"rows\":1,\"findings\":[]}");
    }
  }
}
