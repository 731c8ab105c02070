package org.midex.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who sends or receives a message.
 *
 * @param area code of the country or organisation, of CL_AREA
 * @param authority the authority's id in it
 */
public record Party(String area, String authority) {
  /** The sender; empty when the header does not name area and authority. */
  public static Optional<Party> sender(MessageHead head) {
    return of(head, "Sender").stream().findFirst();
  }

  /** The receivers that the header names, in its order. */
  public static List<Party> receivers(MessageHead head) {
    return of(head, "Receiver");
  }

  private static List<Party> of(MessageHead head, String component) {
    List<Party> parties = new ArrayList<>();
    for (Node node : head.header().children()) {
      if (node.name().equals(component)) {
        node.first("Area")
            .ifPresent(
                area -> node.first("Authority").ifPresent(id -> parties.add(new Party(area, id))));
      }
    }
    return parties;
  }

  /** Several, for people. */
  public static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::toString).toList());
  }

  /** Area and authority with a space between. */
  @Override
  public String toString() {
    return area + " " + authority;
  }
}
