package org.midex.schema.publish;

import java.util.Map;
import java.util.TreeMap;
import org.midex.schema.Catalogue;
import org.midex.schema.CodeList;
import org.midex.schema.RowType;

/**
 * Writes a catalogue as SDMX-ML 3.0 structure messages: an agency scheme, a concept scheme, the
 * code lists, and of each theme a data structure with its dataflow. What an extension adds is
 * maintained by its own agency, in a folder of that name, and refers to what the standard has; the
 * standard's own files are the same with and without it.
 */
public final class SdmxPublisher {
  private final Catalogue catalogue;

  public SdmxPublisher(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The text of each message by path. */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    add(files, "", SdmxArtefacts.ofStandard(catalogue));
    catalogue
        .extension()
        .ifPresent(e -> add(files, e.id() + "/", SdmxArtefacts.ofExtension(catalogue, e)));
    return files;
  }

  private static void add(Map<String, String> files, String folder, SdmxArtefacts artefacts) {
    SdmxSchemes schemes = new SdmxSchemes(artefacts);
    files.put(folder + "agencies.xml", schemes.agencies());
    if (!artefacts.concepts().isEmpty()) {
      files.put(folder + "concepts.xml", schemes.concepts());
    }
    SdmxCodeLists codeLists = new SdmxCodeLists(artefacts);
    for (CodeList list : artefacts.codeLists()) {
      files.put(folder + "codelists/" + list.id() + ".xml", codeLists.of(list));
    }
    SdmxStructures structures = new SdmxStructures(artefacts);
    for (RowType theme : artefacts.themes()) {
      files.put(folder + "datastructures/" + theme.id() + ".xml", structures.of(theme));
    }
  }
}
