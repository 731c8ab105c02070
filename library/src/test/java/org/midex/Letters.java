package org.midex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.midex.codec.Digests;
import org.midex.model.FindingSink;
import org.midex.model.Party;
import org.midex.model.Receipt;

/** Messages that one government sends another, as files. */
final class Letters {
  static final Party AUSTRIA = new Party("AUT", "STATS");
  static final Party GERMANY = new Party("DEU", "MIN");
  static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  static final Midex MIDEX = Midex.standard();

  private final Path folder;
  private int files;

  Letters(Path folder) {
    this.folder = folder;
  }

  /** A sound message from Austria to Germany. */
  Letter letter(String id) {
    return new Letter(id);
  }

  Path file(String ending) {
    files++;
    return folder.resolve("file" + files + ending);
  }

  static String digest(Path file) throws IOException {
    try (Source source = Source.of(file)) {
      Digests digests = MIDEX.digest(source, FindingSink.ignoring());
      return Objects.requireNonNull(digests).message();
    }
  }

  /** Rule ids of a receipt. */
  static List<String> rules(Receipt receipt) {
    return receipt.findings().stream().map(Receipt.Found::rule).toList();
  }

  /** A message to be. */
  final class Letter {
    private final String id;
    private Party sender = AUSTRIA;
    private final List<Party> receivers = new ArrayList<>(List.of(GERMANY));
    private boolean test;
    private String replaces = "";
    private String value = "1240";
    private String more = "";

    Letter(String id) {
      this.id = "urn:ex:" + id;
    }

    Letter from(Party party) {
      sender = party;
      return this;
    }

    Letter to(Party... parties) {
      receivers.clear();
      receivers.addAll(List.of(parties));
      return this;
    }

    Letter test() {
      test = true;
      return this;
    }

    Letter value(String text) {
      value = text;
      return this;
    }

    /** An attribute more of the observation. */
    Letter with(String attribute) {
      more = " " + attribute;
      return this;
    }

    Letter replaces(String other, String digest) {
      replaces =
          "<Replaces>\n<Message>urn:ex:"
              + other
              + "</Message>\n<Digest>"
              + digest
              + "</Digest>\n</Replaces>\n";
      return this;
    }

    Path write() {
      StringBuilder text = new StringBuilder();
      text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
          .append("<Message xmlns=\"urn:midex:1\" version=\"1.0\" id=\"" + id + "\">\n<Header>\n")
          .append("<Edition>2026-11-25</Edition>\n<Prepared>2026-11-26T09:00:00Z</Prepared>\n")
          .append(party("Sender", sender));
      receivers.forEach(receiver -> text.append(party("Receiver", receiver)));
      text.append(test ? "<Test>true</Test>\n" : "").append(replaces).append("</Header>\n");
      text.append("<REFUGEE_POP action=\"Replace\" UNIT_MEASURE=\"PS\">\n")
          .append("<Obs REF_AREA=\"AUT\" ORIGIN=\"AFG\" POP_TYPE=\"REF\" SEX=\"F\" AGE=\"_T\"")
          .append(" LOCATION_TYPE=\"_T\" ACCOMMODATION=\"_T\" TIME_PERIOD=\"2024\"")
          .append(" OBS_VALUE=\"" + value + "\"" + more + "/>\n</REFUGEE_POP>\n</Message>\n");
      try {
        return Files.writeString(file(".xml"), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String party(String name, Party party) {
      return "<%1$s>\n<Area>%2$s</Area>\n<Authority>%3$s</Authority>\n</%1$s>\n"
          .formatted(name, party.area(), party.authority());
    }
  }
}
