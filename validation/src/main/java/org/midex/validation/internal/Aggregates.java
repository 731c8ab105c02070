package org.midex.validation.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Membership;
import org.midex.schema.Rule;

/**
 * The aggregates of a list and their members: those of its groups, else the codes whose parent it
 * is. Shared by all messages that are judged by one catalogue.
 */
public final class Aggregates {
  /** By catalogue, list and rule; working them out takes longer than judging a small message. */
  private static final Map<Catalogue, Map<String, Aggregates>> KNOWN = new WeakHashMap<>();

  private static final BitSet NONE = new BitSet();

  private final Map<Integer, List<Member>> members = new HashMap<>();
  private final Map<Integer, BitSet> above = new HashMap<>();

  /**
   * A member of an aggregate.
   *
   * @param code its place in the list
   * @param when days on which it is a member
   * @param optional whether the sum is complete without it; it is added when it is there
   */
  public record Member(int code, Days when, boolean optional) {}

  /**
   * The aggregates of a list.
   *
   * @param rule its parameters {@code optional} and {@code apart} name the flags of codes that are
   *     optional parts of their parent, and of codes that overlap their parent's other parts
   */
  public static Aggregates of(Catalogue catalogue, CodeList list, Rule rule) {
    synchronized (KNOWN) {
      return KNOWN
          .computeIfAbsent(catalogue, c -> new HashMap<>())
          .computeIfAbsent(list.id() + " " + rule.id(), key -> make(catalogue, list, rule));
    }
  }

  private static Aggregates make(Catalogue catalogue, CodeList list, Rule rule) {
    Aggregates aggregates = new Aggregates();
    for (Membership m : catalogue.memberships(list)) {
      int member = list.get(m.member()).index();
      aggregates.add(
          list.get(m.group()).index(), new Member(member, Days.between(m.from(), m.to()), false));
    }
    Set<Integer> groups = Set.copyOf(aggregates.members.keySet());
    Set<String> optional = Parameters.words(rule, "optional");
    Set<String> apart = Parameters.words(rule, "apart");
    for (Code code : list.codes()) {
      String parent = code.parent();
      if (parent == null
          || groups.contains(list.indexOf(parent))
          || code.flags().stream().anyMatch(apart::contains)) {
        continue;
      }
      Days when = Days.between(code.validFrom(), code.validTo());
      boolean isOptional = code.flags().stream().anyMatch(optional::contains);
      aggregates.add(list.indexOf(parent), new Member(code.index(), when, isOptional));
    }
    aggregates.members.keySet().forEach(one -> aggregates.addAbove(one, one));
    return aggregates;
  }

  private void addAbove(int aggregate, int group) {
    for (Member member : members(group)) {
      BitSet known = above.computeIfAbsent(member.code(), m -> new BitSet());
      if (!known.get(aggregate)) {
        known.set(aggregate);
        addAbove(aggregate, member.code());
      }
    }
  }

  private void add(int aggregate, Member member) {
    members.computeIfAbsent(aggregate, a -> new ArrayList<>()).add(member);
  }

  /** Places of all aggregates in the list. */
  public BitSet codes() {
    BitSet codes = new BitSet();
    members.keySet().forEach(codes::set);
    return codes;
  }

  /** The aggregates in which a code is, directly or as part of another one; not to be changed. */
  public BitSet above(int member) {
    return above.getOrDefault(member, NONE);
  }

  /** Members at any time; none for a code that is no aggregate. */
  public List<Member> members(int aggregate) {
    return members.getOrDefault(aggregate, List.of());
  }
}
