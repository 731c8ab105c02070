package org.midex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.midex.codec.Digests;
import org.midex.model.FindingSink;
import org.midex.model.MalformedMessageException;
import org.midex.model.MessageHead;
import org.midex.model.MessageReader;
import org.midex.validation.Companion;
import org.midex.validation.Companions;

/**
 * Messages that are judged beside one another: mirrors of the same movements, stocks and flows, and
 * what one sender said before and says now. Of each only its head is kept; rows are read again
 * where a rule needs them.
 */
public final class Exchange {
  /** A message on its own. */
  public static final Exchange NONE = new Exchange(List.of(), List.of());

  private final List<Member> against;
  private final List<Member> judged;

  private Exchange(List<Member> against, List<Member> judged) {
    this.against = against;
    this.judged = judged;
  }

  /**
   * Reads the heads of some messages. What is to be judged and is no message takes no part.
   *
   * @param against messages that are only there to compare with
   * @param judged messages to judge, in this order
   * @throws IOException when one cannot be read, or one to compare with is no message
   */
  public static Exchange of(Midex midex, List<Input> against, List<Input> judged)
      throws IOException {
    return against.isEmpty() && judged.size() < 2
        ? NONE
        : new Exchange(members(midex, against, true), members(midex, judged, false));
  }

  private static List<Member> members(Midex midex, List<Input> inputs, boolean required)
      throws IOException {
    List<Member> members = new ArrayList<>();
    for (Input input : inputs) {
      try (MessageReader reader = input.open(midex, FindingSink.ignoring())) {
        members.add(new Member(midex, input, reader.head()));
      } catch (MalformedMessageException e) {
        if (required) {
          throw new IOException(input.source() + " is no message to compare with", e);
        }
      }
    }
    return members;
  }

  /** What one of the messages is judged beside. */
  Companions companions(Input input) {
    List<Companion> before = new ArrayList<>();
    List<Companion> after = new ArrayList<>();
    Member self = null;
    for (Member member : judged) {
      if (self == null && member.input.source().name().equals(input.source().name())) {
        self = member;
      } else if (self == null) {
        before.add(member);
      } else {
        after.add(member);
      }
    }
    return self == null
        ? Companions.NONE
        : new Companions(self, List.copyOf(against), before, after);
  }

  private static final class Member implements Companion {
    private final Midex midex;
    private final Input input;
    private final MessageHead head;
    private @Nullable String digest;
    private boolean digested;

    Member(Midex midex, Input input, MessageHead head) {
      this.midex = midex;
      this.input = input;
      this.head = head;
    }

    @Override
    public String name() {
      return input.source().name();
    }

    @Override
    public MessageHead head() {
      return head;
    }

    @Override
    public MessageReader open() throws IOException {
      return input.open(midex, FindingSink.ignoring());
    }

    /** What is made of a table has no digest yet. */
    @Override
    public Optional<String> digest() throws IOException {
      if (!digested && input.table() == null) {
        Digests found = midex.digest(input.source(), FindingSink.ignoring());
        digest = found == null ? null : found.message();
      }
      digested = true;
      return Optional.ofNullable(digest);
    }
  }
}
