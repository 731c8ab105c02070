package org.midex.conformance.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.midex.codec.pack.KeyKind;
import org.midex.schema.Catalogue;

/** Says what the implementation claims. */
final class Hello implements Operation {
  private final Catalogue catalogue;

  Hello(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public ObjectNode run(ObjectNode request) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("protocol", 1)
            .put("name", "MIDEX reference implementation")
            .put("version", version())
            .put("language", "Java")
            .put("standard", catalogue.edition().standard());
    answer
        .putArray("profiles")
        .add("reader")
        .add("writer")
        .add("validator")
        .add("signer")
        .add("exchanger");
    KeyKind.texts().forEach(answer.putArray("algorithms")::add);
    answer.putArray("syntaxes").add("xml").add("avro");
    return answer;
  }

  private static String version() {
    String version = Hello.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
