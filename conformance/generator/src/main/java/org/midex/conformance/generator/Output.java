package org.midex.conformance.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is looked for in what an implementation writes. */
final class Output {
  private Output() {}

  static ObjectNode same(String file) {
    return Json.of("same", file);
  }

  /** A package whose entries are the files of the same names, and that Germany believes. */
  static ObjectNode believed(String... files) {
    return pack(verify("output:" + Case.PACKAGE), files);
  }

  /** A package whose entries are the files of the same names, and what is asked about it. */
  static ObjectNode pack(ObjectNode request, String... files) {
    ObjectNode output = Json.of();
    ObjectNode payload = output.putObject("payload");
    for (String file : files) {
      payload.put(file.substring(file.lastIndexOf('/') + 1), file);
    }
    return judged(output, request, passed());
  }

  /** A signature beside a file, which Germany believes. */
  static ObjectNode believedBeside(String file) {
    ObjectNode request = verify(file).put("signature", "output:" + file + ".p7s");
    return judged(Json.of(), request, passed());
  }

  static ObjectNode verify(String file) {
    return Json.of(
        "op",
        "verify",
        "file",
        file,
        "trust",
        Case.fixture("trust/main"),
        "receiver",
        Letters.GERMANY);
  }

  private static ObjectNode passed() {
    ObjectNode expect = Json.of("outcome", "TOTAL_PASSED");
    expect.putArray("rules");
    return expect;
  }

  private static ObjectNode judged(ObjectNode output, ObjectNode request, ObjectNode expect) {
    output.withArray("judge").addObject().<ObjectNode>set("request", request).set("expect", expect);
    return output;
  }

  /** A sealed file that each of the keys opens, and gives the file. */
  static ObjectNode opens(String file, String... keys) {
    ObjectNode output = Json.of();
    for (String key : keys) {
      ObjectNode request = Json.of("op", "open", "file", "output:" + Case.SEALED);
      request.set("key", Case.key(key));
      request.put("output", Case.OPENED);
      ObjectNode expect = Json.of();
      expect.put("written", true);
      expect.set("output", same(file));
      judged(output, request, expect);
    }
    return output;
  }
}
