package org.midex.report.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.midex.report.Masking;
import org.midex.schema.Severity;

/** Reads a report in JSON or NDJSON from start to end; what comparisons do not need is skipped. */
final class BaselineReader {
  private static final int MAX_KINDS = 100_000;

  private final Path file;
  private final Masking masking;
  private final Map<String, Map<Kind, Tally>> files = new LinkedHashMap<>();
  private final Map<String, BaselineWatch> findings = new HashMap<>();
  private final Set<String> unfinished = new HashSet<>();
  private int kinds;

  BaselineReader(Path file, Masking masking) {
    this.file = file;
    this.masking = masking;
  }

  Map<String, Map<Kind, Tally>> read() throws IOException {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      try {
        while (json.nextToken() != null) {
          object(json);
        }
      } catch (JsonProcessingException e) {
        throw fault(json, "is no JSON: " + e.getOriginalMessage());
      }
      if (files.isEmpty()) {
        throw fault(json, "is no report of MIDEX");
      }
      if (!unfinished.isEmpty()) {
        throw fault(json, "ends before the summary of " + unfinished.iterator().next());
      }
    }
    findings.forEach(
        (name, watch) ->
            kindsOf(name).forEach((kind, tally) -> tally.setFindings(watch.findings(kind))));
    return files;
  }

  private BaselineException fault(JsonParser json, String what) {
    return new BaselineException(file.toString(), json.currentLocation().getLineNr(), what);
  }

  private Map<Kind, Tally> kindsOf(String name) {
    return files.computeIfAbsent(name, f -> new HashMap<>());
  }

  private Tally tally(JsonParser json, String name, Kind kind, Severity severity) {
    return kindsOf(name)
        .computeIfAbsent(
            kind,
            k -> {
              if (++kinds > MAX_KINDS) {
                throw fault(json, "has more than " + MAX_KINDS + " groups");
              }
              return new Tally(severity);
            });
  }

  /** An object of the top level, or one of the results of several files. */
  private void object(JsonParser json) throws IOException {
    require(json, JsonToken.START_OBJECT, "expected an object");
    Members line = new Members();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "files" -> {
          require(json, JsonToken.START_ARRAY, "expected a list of files");
          while (json.nextToken() != JsonToken.END_ARRAY) {
            object(json);
          }
          skipRest(json);
          return;
        }
        case "header" -> line.header = fileOf(json);
        case "summary" -> line.summary = fileOf(json);
        case "waiver" -> {
          line.waived = true;
          json.skipChildren();
        }
        case "groups" -> groups(json, line);
        default -> line.text(name, value, json);
      }
    }
    finish(json, line);
  }

  /** Goes to the end of an object whose rest does not matter. */
  private static void skipRest(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      json.nextToken();
      json.skipChildren();
    }
  }

  private void finish(JsonParser json, Members line) {
    if (line.header != null) {
      kindsOf(line.header);
      unfinished.add(line.header);
      findings.put(line.header, new BaselineWatch(masking));
    } else if (line.summary != null) {
      unfinished.remove(line.summary);
    } else if (line.rule != null) {
      finding(json, line);
    } else if (line.file == null || !line.result) {
      throw fault(json, "is no report of MIDEX");
    } else {
      kindsOf(line.file);
      line.groups.forEach(
          (kind, group) -> {
            Tally tally = tally(json, String.valueOf(line.file), kind, group.severity());
            group.addTo(tally, masking.hides(kind.field()));
          });
    }
  }

  private void finding(JsonParser json, Members line) {
    BaselineWatch watch = findings.get(String.valueOf(line.file));
    if (watch == null) {
      throw fault(json, "a finding of a file that has no header");
    }
    if (!line.waived) {
      Kind kind = new Kind(String.valueOf(line.rule), line.field);
      boolean hidden = masking.hides(line.field);
      Tally tally = tally(json, String.valueOf(line.file), kind, severity(json, line.severity));
      tally.addGroup(1, -1);
      watch.add(kind, line.key, hidden ? null : line.value);
    }
  }

  private String fileOf(JsonParser json) throws IOException {
    require(json, JsonToken.START_OBJECT, "expected an object");
    String name = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      json.nextToken();
      if (member.equals("file")) {
        name = json.getText();
      }
      json.skipChildren();
    }
    if (name == null) {
      throw fault(json, "'file' is missing");
    }
    return name;
  }

  private void groups(JsonParser json, Members line) throws IOException {
    require(json, JsonToken.START_ARRAY, "expected a list of groups");
    line.result = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json, JsonToken.START_OBJECT, "expected a group");
      Members group = new Members();
      Map<String, Long> values = new HashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("values")) {
          values(json, values);
        } else {
          group.text(name, value, json);
        }
      }
      if (group.rule == null) {
        throw fault(json, "a group without a rule");
      }
      line.groups.merge(
          new Kind(group.rule, group.field),
          new OldGroup(severity(json, group.severity), group.count, group.otherValues, values),
          OldGroup::and);
    }
  }

  private void values(JsonParser json, Map<String, Long> values) throws IOException {
    require(json, JsonToken.START_ARRAY, "expected a list of values");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json, JsonToken.START_OBJECT, "expected a value");
      Members value = new Members();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        value.text(name, json.nextToken(), json);
      }
      values.merge(String.valueOf(value.value), value.count, Long::sum);
    }
  }

  private Severity severity(JsonParser json, @Nullable String text) {
    try {
      return Severity.valueOf(String.valueOf(text).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw fault(json, "expected error, warning or info, found '" + text + "'");
    }
  }

  private void require(JsonParser json, JsonToken token, String what) {
    if (json.currentToken() != token) {
      throw fault(json, "is no report of MIDEX: " + what);
    }
  }

  /** A group of a JSON report. */
  private record OldGroup(
      Severity severity, long count, long otherValues, Map<String, Long> values) {
    OldGroup and(OldGroup other) {
      Map<String, Long> both = new HashMap<>(values);
      other.values.forEach((value, times) -> both.merge(value, times, Long::sum));
      return new OldGroup(severity, count + other.count, otherValues + other.otherValues, both);
    }

    void addTo(Tally tally, boolean hidden) {
      tally.addGroup(count, hidden ? -1 : otherValues);
      if (!hidden) {
        values.forEach(tally::addValue);
      }
    }
  }

  /** The members of an object that matter. */
  private static final class Members {
    private final Map<Kind, OldGroup> groups = new LinkedHashMap<>();
    private @Nullable String file;
    private @Nullable String header;
    private @Nullable String summary;
    private @Nullable String rule;
    private @Nullable String field;
    private @Nullable String severity;
    private @Nullable String value;
    private @Nullable String key;
    private long count;
    private long otherValues;
    private boolean waived;
    private boolean result;

    void text(String name, JsonToken token, JsonParser json) throws IOException {
      if (token == JsonToken.VALUE_STRING) {
        String text = json.getText();
        switch (name) {
          case "file" -> file = text;
          case "rule" -> rule = text;
          case "field" -> field = text;
          case "severity" -> severity = text;
          case "value" -> value = text;
          case "key" -> key = text;
          default -> {}
        }
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        switch (name) {
          case "count" -> count = json.getLongValue();
          case "otherValues" -> otherValues = json.getLongValue();
          default -> {}
        }
      } else {
        json.skipChildren();
      }
    }
  }
}
