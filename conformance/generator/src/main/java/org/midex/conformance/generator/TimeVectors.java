package org.midex.conformance.generator;

import java.io.IOException;
import java.time.Instant;
import org.bouncycastle.asn1.DEROctetString;

/** SIG-5, SIG-7: revocation, and when it was signed. */
final class TimeVectors {
  private static final String UNKNOWN =
      "The key may have been stolen, and nobody at hand could know: the answer is open.";
  private static final String STOLEN =
      "Whoever has stolen a key signs with it, and gives any day that suits him.";
  private static final String PROVEN =
      "Only the word of an independent service shows that a signature was there before the key was lost.";

  private final Cases cases;
  private final Bench bench;

  TimeVectors(Cases cases, Bench bench) {
    this.cases = cases;
    this.bench = bench;
  }

  void add() throws IOException {
    revoked();
    lists();
    policies();
    claimed();
    proven();
    unproven();
  }

  private void revoked() throws IOException {
    cases
        .of(
            "revoked",
            "SIG-5",
            "The certificate was revoked before it signed, as the signer says",
            STOLEN)
        .pack(bench.signedBy("aut-revoked", cms -> cms.time(Instant.parse("2026-05-01T00:00:00Z"))))
        .fails("MDX-P30");
    cases
        .of(
            "revoked-backdated",
            "SIG-5 SIG-7",
            "The certificate was revoked after the time that the signer gives",
            STOLEN)
        .pack(bench.signedBy("aut-revoked"))
        .fails("MDX-P30");
    cases
        .of(
            "revoked-authority-between",
            "SIG-5 SIG-4",
            "The authority between signer and root was revoked",
            "An authority whose key is lost issues certificates for anybody.")
        .pack(bench.signedBy("aut-revoked-sub"))
        .fails("MDX-P30");
    cases
        .of(
            "revoked-no-revocation-wanted",
            "SIG-5",
            "The policy does not ask for revocation, and a list at hand says revoked",
            "To do without lists is not to overlook what they say.")
        .pack(bench.signedBy("aut-revoked"))
        .policy("no-revocation")
        .fails("MDX-P30");
    cases
        .of(
            "revoked-another",
            "SIG-5",
            "The list names other certificates of the same authority only",
            "Lists are about certificates, not about authorities.")
        .pack(bench.usual().bytes())
        .near("MDX-P30", "MDX-P31", "MDX-P32")
        .passes();
  }

  private void lists() throws IOException {
    cases
        .of("lists-none", "SIG-5", "There is no revocation list", UNKNOWN)
        .pack(bench.usual().bytes())
        .trust("no-lists")
        .undecided("MDX-P31");
    cases
        .of(
            "lists-from-folder",
            "SIG-5",
            "The revocation list is in a folder of its own",
            "Lists change daily and trust folders seldom; they are kept apart.")
        .pack(bench.usual().bytes())
        .trust("no-lists")
        .set("crl", Case.fixture("crl"))
        .near("MDX-P31")
        .passes();
    String[][] useless = {
      {"lists-stale", "stale-list", "The revocation list was to be renewed a month ago"},
      {"lists-early", "early-list", "The revocation list is from a time to come"},
      {
        "lists-forged",
        "forged-list",
        "The revocation list was signed by an authority of the same name"
      }
    };
    for (String[] one : useless) {
      cases
          .of(one[0], "SIG-5", one[2], UNKNOWN)
          .pack(bench.usual().bytes())
          .trust(one[1])
          .may("MDX-P31")
          .undecided("MDX-P32");
    }
    cases
        .of(
            "lists-stale-and-fresh",
            "SIG-5",
            "A stale and a fresh revocation list of one authority",
            "Old lists lie about; a fresh one is enough.")
        .pack(bench.usual().bytes())
        .trust("stale-and-fresh")
        .near("MDX-P31", "MDX-P32")
        .passes();
    cases
        .of(
            "lists-old-and-new",
            "SIG-5",
            "Of two lists that are in force, the newer one says revoked",
            "An attacker shows the older list; whoever stops there believes the stolen key.")
        .pack(bench.usual().bytes())
        .trust("old-and-new")
        .fails("MDX-P30");
    cases
        .of(
            "lists-old-before-new",
            "SIG-5",
            "At a time before the newer list, the older one counts",
            "What was right on the day that it arrived can be shown later.")
        .pack(bench.usual().bytes())
        .trust("old-and-new")
        .at("2026-04-15T00:00:00Z")
        .near("MDX-P30", "MDX-P32")
        .passes();
  }

  private void policies() throws IOException {
    cases
        .of(
            "lists-none-allowed",
            "SIG-5",
            "There is no revocation list, and the policy does not ask for one",
            "Offices without a connection have no lists; they say so in their policy, and are still told.")
        .pack(bench.usual().bytes())
        .trust("no-lists")
        .policy("no-revocation")
        .passes("MDX-P31");
    cases
        .of(
            "lists-stale-allowed",
            "SIG-5",
            "The revocation list is stale, and the policy does not ask for one",
            "Offices without a connection have old lists; they say so in their policy, and are still told.")
        .pack(bench.usual().bytes())
        .trust("stale-list")
        .policy("no-revocation")
        .passes("MDX-P32");
  }

  private void claimed() throws IOException {
    cases
        .of(
            "time-in-the-future",
            "SIG-7",
            "The signer gives a time that is a month ahead",
            "A signature that seems newer than it is supersedes what was sent in between.")
        .pack(bench.signedBy("aut-p256", cms -> cms.time(Instant.parse("2026-07-01T00:00:00Z"))))
        .fails("MDX-P45");
    cases
        .of(
            "time-now",
            "SIG-7",
            "The signer gives the time at which it is verified",
            "Machines sign and verify within a second.")
        .pack(bench.usual().bytes())
        .trust("no-lists")
        .policy("no-revocation")
        .at("2026-03-01T09:00:00Z")
        .near("MDX-P45")
        .passes("MDX-P31");
    cases
        .of(
            "time-timestamp-wanted",
            "SIG-7",
            "The policy wants a proven time, and there is no timestamp",
            PROVEN)
        .pack(bench.usual().bytes())
        .policy("timestamp")
        .fails("MDX-P43");
  }

  private Drafts.Maker stamped(String key, String service, String time) {
    return bench.signedBy(key, cms -> cms.stamped(Timestamps.at(bench.keys.get(service), time)));
  }

  private void proven() throws IOException {
    cases
        .of(
            "time-timestamp",
            "SIG-7",
            "The policy wants a proven time, and a service of the trust folder gives it",
            PROVEN)
        .pack(stamped("aut-p256", "tsa", "2026-03-01T09:00:05Z"))
        .policy("timestamp")
        .near("MDX-P43", "MDX-P44")
        .passes();
    cases
        .of(
            "time-expired-since-proven",
            "SIG-7",
            "The certificate has run out since; a timestamp shows that it was signed in time",
            "Certificates last a few years, records for decades.")
        .pack(stamped("aut-spring", "tsa", "2026-03-01T09:00:05Z"))
        .near("MDX-P21", "MDX-P44")
        .passes();
    cases
        .of(
            "time-revoked-since-proven",
            "SIG-7 SIG-5",
            "The certificate was revoked since; a timestamp shows that it was signed before",
            "A key that is stolen today does not make last year's figures doubtful.")
        .pack(stamped("aut-revoked", "tsa", "2026-03-01T09:00:05Z"))
        .near("MDX-P30", "MDX-P44")
        .passes();
    cases
        .of(
            "time-proven-after-revocation",
            "SIG-7 SIG-5",
            "A timestamp shows that it was signed after the certificate was revoked",
            "A proven time can be proof against the signer as well.")
        .pack(stamped("aut-revoked", "tsa", "2026-05-01T00:00:00Z"))
        .fails("MDX-P30");
    cases
        .of(
            "time-proven-after-expiry",
            "SIG-7 SIG-4",
            "A timestamp shows that it was signed after the certificate had run out",
            "A proven time can be proof against the signer as well.")
        .pack(stamped("aut-spring", "tsa", "2026-05-15T00:00:00Z"))
        .fails("MDX-P21");
  }

  private void useless(String id, String title, Bench.Change change) throws IOException {
    cases
        .of(
            id,
            "SIG-7",
            title,
            "Anybody can run a service that says any time; what is not believed proves nothing.")
        .pack(bench.signedBy("aut-p256", change))
        .passes("MDX-P44");
  }

  private void unproven() throws IOException {
    String time = "2026-03-01T09:00:05Z";
    useless(
        "time-timestamp-of-a-stranger",
        "The timestamp is by a service that the trust folder does not know",
        cms -> cms.stamped(Timestamps.at(bench.keys.get("tsa-stranger"), time)));
    useless(
        "time-timestamp-of-another-signature",
        "The timestamp is of another signature",
        cms -> cms.stamped(Timestamps.ofAnother(bench.keys.get("tsa"), time)));
    useless(
        "time-timestamp-sha1",
        "The timestamp is made over a SHA-1",
        cms -> cms.stamped(Timestamps.withSha1(bench.keys.get("tsa"), time)));
    useless(
        "time-timestamp-without-purpose",
        "The timestamp is by a key that is not for timestamps, of the same authority",
        cms -> cms.stamped(Timestamps.withoutPurpose(bench.keys.get("tsa-no-purpose"), time)));
    useless(
        "time-timestamp-unreadable",
        "The timestamp cannot be read",
        cms -> cms.stamped(signature -> new DEROctetString(signature)));
    cases
        .of(
            "time-expired-since-unproven",
            "SIG-7",
            "The certificate has run out since, and the timestamp is by an unknown service",
            PROVEN)
        .pack(stamped("aut-spring", "tsa-stranger", time))
        .undecided("MDX-P21", "MDX-P44");
    cases
        .of(
            "time-timestamp-wanted-from-a-stranger",
            "SIG-7",
            "The policy wants a proven time, and the timestamp is by an unknown service",
            PROVEN)
        .pack(stamped("aut-p256", "tsa-stranger", time))
        .policy("timestamp")
        .fails("MDX-P43", "MDX-P44");
    cases
        .of(
            "time-no-services-known",
            "SIG-7",
            "The trust folder names no timestamp services",
            PROVEN)
        .pack(stamped("aut-p256", "tsa", time))
        .trust("no-timestamps")
        .passes("MDX-P44");
  }
}
