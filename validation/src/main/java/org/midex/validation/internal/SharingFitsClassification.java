package org.midex.validation.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.midex.model.MessageHead;
import org.midex.model.Problem;
import org.midex.schema.Catalogue;

/** MDX-V61: a public message has no sharing terms that keep it from anybody. */
final class SharingFitsClassification {
  private static final String RULE = "MDX-V61";
  private static final String SHARING = "Sharing";

  private SharingFitsClassification() {}

  static void check(Catalogue catalogue, MessageHead head, Reporter reporter) {
    List<String> named = head.header().texts(SHARING, "PassOnTo", "Authority");
    String embargo = head.header().first(SHARING, "EmbargoUntil").orElse(null);
    if ((named.isEmpty() && embargo == null) || !Disclosure.isPublic(catalogue, head)) {
      return;
    }
    if (!named.isEmpty()) {
      report("PassOnTo", String.join(", ", named), reporter);
    }
    if (embargo != null && endsLater(embargo, head)) {
      report("EmbargoUntil", embargo, reporter);
    }
  }

  private static boolean endsLater(String embargo, MessageHead head) {
    Instant prepared = ProvisionalIsRecent.prepared(head).orElse(Instant.MAX);
    return ProvisionalIsRecent.instant(embargo).filter(prepared::isBefore).isPresent();
  }

  private static void report(String field, String value, Reporter reporter) {
    reporter.onHead(Problem.of(RULE, field), value, () -> null, Map::of);
  }
}
