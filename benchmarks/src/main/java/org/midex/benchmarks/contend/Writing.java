package org.midex.benchmarks.contend;

import java.util.ArrayList;
import java.util.List;
import org.midex.benchmarks.measure.Contender;

/** Everybody who writes. */
public final class Writing {
  private Writing() {}

  public static List<Contender> contenders(Setting setting) throws Exception {
    KeptRows kept = KeptRows.of(setting.catalogue());
    List<Contender> contenders = new ArrayList<>(XmlWriting.contenders(setting, kept));
    contenders.addAll(AvroWriting.contenders(setting, kept));
    return contenders;
  }
}
