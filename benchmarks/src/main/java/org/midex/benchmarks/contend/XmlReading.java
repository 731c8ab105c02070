package org.midex.benchmarks.contend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.midex.Midex;
import org.midex.benchmarks.measure.Contender;
import org.midex.codec.xml.XmlCodec;

/** Everybody who reads XML. */
public final class XmlReading {
  private XmlReading() {}

  public static List<Contender> contenders(Setting setting) throws Exception {
    Path clean = setting.messages().clean(setting.rows());
    List<Contender> contenders = new ArrayList<>(Pulling.contenders(clean));
    contenders.addAll(SchemaValidating.contenders(setting.schema(), clean));
    contenders.add(Binding.contender(clean));
    contenders.addAll(midex(setting, clean));
    return contenders;
  }

  private static List<Contender> midex(Setting setting, Path clean) throws Exception {
    XmlCodec codec = new XmlCodec(setting.catalogue());
    Path shuffled = setting.messages().shuffled(setting.rows());
    Path wrong = setting.messages().wrong(setting.rows());
    return List.of(
        Contender.ours(
            "xml.midex",
            "MIDEX: structure, codes, all rules, one thread",
            Judging.work(setting.catalogue(), codec, clean, true)),
        Contender.ours(
            "xml.midex-two-threads",
            "MIDEX: the same on two threads",
            Judging.onThreads(2, setting.catalogue(), codec, clean)),
        Contender.ours(
            "xml.midex-exact",
            "MIDEX: the same by the exact lane alone",
            Judging.work(setting.catalogue(), XmlCodec.exact(setting.catalogue()), clean, true)),
        Contender.ours(
            "xml.midex-whole",
            "MIDEX: the same with digest, as the command does",
            Judging.whole(Midex.of(setting.catalogue()), clean)),
        Contender.ours(
            "xml.midex-shuffled",
            "MIDEX: the same rows in another order",
            Judging.work(setting.catalogue(), codec, shuffled, true)),
        Contender.ours(
            "xml.midex-wrong",
            "MIDEX: every observation wrong",
            Judging.work(setting.catalogue(), codec, wrong, false)));
  }
}
