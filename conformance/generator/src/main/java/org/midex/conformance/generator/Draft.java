package org.midex.conformance.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A vector in the making. See vectors/test.schema.json for what its parts mean. */
final class Draft {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  final String profile;
  final String area;
  final String id;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final ObjectNode test = JSON.objectNode();
  private final ArrayNode steps = JSON.arrayNode();

  /**
   * @param clauses that it tests
   */
  Draft(String profile, String area, String id, String... clauses) {
    this.profile = profile;
    this.area = area;
    this.id = id;
    test.put("id", id);
    texts("clauses", clauses);
    test.put("level", "MUST");
  }

  private void texts(String name, String... values) {
    ArrayNode all = test.putArray(name);
    List.of(values).forEach(all::add);
  }

  Draft should() {
    test.put("level", "SHOULD");
    return this;
  }

  /**
   * @param title what it shows
   * @param why what goes wrong between governments otherwise
   */
  Draft says(String title, String why) {
    test.put("title", title).put("why", why).put("since", "1.0");
    return this;
  }

  /** Only for implementations that claim the syntax, {@code xml} or {@code avro}. */
  Draft syntax(String syntax) {
    test.put("syntax", syntax);
    return this;
  }

  Draft algorithms(String... algorithms) {
    texts("algorithms", algorithms);
    return this;
  }

  /** Rules that it comes near and does not break. */
  Draft near(String... rules) {
    texts("near", rules);
    return this;
  }

  Draft file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  Draft step(ObjectNode request, ObjectNode expect) {
    steps.addObject().<ObjectNode>set("request", request).set("expect", expect);
    return this;
  }

  /** As {@link #step}, for the second implementation. */
  Draft stepOfSecond(ObjectNode request, ObjectNode expect) {
    ObjectNode step = steps.addObject().put("by", "B");
    step.<ObjectNode>set("request", request).set("expect", expect);
    return this;
  }

  /** Names and bytes of its files, test.json among them. */
  Map<String, byte[]> files() {
    Map<String, byte[]> all = new LinkedHashMap<>(files);
    ObjectNode whole = test.deepCopy();
    whole.set("steps", steps);
    all.put("test.json", Json.pretty(whole));
    return all;
  }
}
