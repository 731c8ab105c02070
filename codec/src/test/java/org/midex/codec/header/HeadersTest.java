package org.midex.codec.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.midex.codec.MessageArbitraries;
import org.midex.model.MessageHead;
import org.midex.model.Node;
import org.midex.schema.Catalogue;

class HeadersTest {
  @Provide
  Arbitrary<MessageHead> heads() {
    return MessageArbitraries.heads(Catalogue.standard().theme("ASYLUM_APP"));
  }

  @Property(tries = 100)
  void bindingLosesNothing(@ForAll("heads") MessageHead head) {
    assertThat(Headers.toNode(Headers.toHeader(head.header()))).isEqualTo(head.header());
  }

  @Test
  void typesAreThoseOfJavaTime() {
    Node header = Node.group("Header", List.of(Node.leaf("Prepared", "2026-11-01T10:00:00Z")));
    assertThat(Headers.toHeader(header).getPrepared())
        .isEqualTo(Instant.parse("2026-11-01T10:00:00Z"));
  }

  @Test
  void refusesWhatBindingAloneWouldDrop() {
    assertThatThrownBy(
            () -> Headers.toHeader(Node.group("Header", List.of(Node.leaf("Unknown", "x")))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Headers.toHeader(Node.group("Header", List.of(Node.leaf("Prepared", "yesterday")))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
