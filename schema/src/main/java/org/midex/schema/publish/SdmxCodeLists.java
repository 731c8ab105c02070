package org.midex.schema.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Membership;
import org.midex.schema.Texts;

/** Writes a code list. */
final class SdmxCodeLists {
  private final SdmxArtefacts artefacts;
  private final List<Texts> translations;

  SdmxCodeLists(SdmxArtefacts artefacts) {
    this.artefacts = artefacts;
    this.translations = SdmxMessage.translations(artefacts);
  }

  String of(CodeList list) {
    SdmxMessage message =
        new SdmxMessage(artefacts, translations).start(list.id(), "the code list " + list.id());
    XmlText xml = message.xml();
    xml.open("str:Codelists");
    message.open("str:Codelist", "codelist.Codelist", list.id(), annotations(list));
    message.names(list.name(), list.id());
    message.descriptions(list.definition(), list.id() + ".definition");
    Map<String, List<Membership>> members =
        artefacts.catalogue().memberships(list).stream()
            .collect(Collectors.groupingBy(Membership::group));
    for (Code code : artefacts.codes(list)) {
      write(message, list, code, members.getOrDefault(code.id(), List.of()));
    }
    if (artefacts.isExtended(list)) {
      xml.wrapped("str:CodelistExtension", "str:Codelist", artefacts.standardListUrn(list));
    }
    xml.close().close();
    return message.finish();
  }

  private static SdmxAnnotations annotations(CodeList list) {
    SdmxAnnotations annotations = new SdmxAnnotations().text("SOURCE", list.source());
    String pattern = list.pattern();
    if (pattern != null) {
      annotations.value("OPEN", pattern);
    }
    if (list.provisional()) {
      annotations.value("STATUS", "provisional");
    }
    return annotations;
  }

  private static void write(
      SdmxMessage message, CodeList list, Code code, List<Membership> members) {
    XmlText xml = message.xml();
    String id = SdmxArtefacts.codeId(code.id());
    String parent = code.parent() == null ? null : SdmxArtefacts.codeId(code.parent());
    xml.open("str:Code", "id", id);
    SdmxAnnotations annotations = new SdmxAnnotations();
    if (!id.equals(code.id())) {
      annotations.value("CODE", code.id());
    }
    if (parent != null && !SdmxArtefacts.canBeParent(parent)) {
      annotations.value("PARENT", parent);
    }
    annotate(annotations, code);
    for (Membership member : members) {
      String years = years(member.from(), member.to());
      annotations.add("MEMBER", years, null, SdmxArtefacts.codeId(member.member()));
    }
    annotations.write(xml);
    message.names(code.name(), list.id() + "." + code.id());
    if (parent != null && SdmxArtefacts.canBeParent(parent)) {
      xml.leaf("str:Parent", parent);
    }
    xml.close();
  }

  private static void annotate(SdmxAnnotations annotations, Code code) {
    new TreeMap<>(code.aliases())
        .forEach((scheme, codes) -> codes.forEach(c -> annotations.value("ALIAS", scheme, c)));
    if (code.validFrom() != null) {
      annotations.value("VALID_FROM", code.validFrom());
    }
    if (code.validTo() != null) {
      annotations.value("VALID_TO", code.validTo());
    }
    if (code.aggregate()) {
      annotations.value("AGGREGATE", "true");
    }
    code.successors().forEach(s -> annotations.value("SUCCESSOR", SdmxArtefacts.codeId(s)));
    new TreeSet<>(code.flags()).forEach(f -> annotations.value("FLAG", f));
    new TreeMap<>(code.properties())
        .forEach((name, value) -> annotations.value("PROPERTY", name, value));
    if (code.provisional()) {
      annotations.value("STATUS", "provisional");
    }
  }

  /** An interval of ISO 8601-2, {@code 1995-01-01/..}; null when there are no bounds. */
  private static @Nullable String years(@Nullable String from, @Nullable String to) {
    return from == null && to == null
        ? null
        : (from == null ? ".." : from) + "/" + (to == null ? ".." : to);
  }
}
