package org.midex.schema.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;
import org.midex.schema.Concept;
import org.midex.schema.Extension;
import org.midex.schema.RowType;

/**
 * What one agency maintains, and how SDMX names it. Every artefact has the version of the standard,
 * an extension's too: SDMX lets a version of two numbers change while it is a draft, and lets it
 * refer to others of its kind.
 */
final class SdmxArtefacts {
  private static final String STANDARD = "MIDEX";
  private static final String URN = "urn:sdmx:org.sdmx.infomodel.";

  /** What SDMX allows in the id of a code, less the character that escapes the rest. */
  private static final String CODE_CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@-";

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_\\-]*");

  private final Catalogue catalogue;
  private final @Nullable Extension extension;

  private SdmxArtefacts(Catalogue catalogue, @Nullable Extension extension) {
    this.catalogue = catalogue;
    this.extension = extension;
  }

  /** The standard's own, whatever extends it. */
  static SdmxArtefacts ofStandard(Catalogue catalogue) {
    return new SdmxArtefacts(catalogue.core(), null);
  }

  /** What an extension adds to the standard. */
  static SdmxArtefacts ofExtension(Catalogue catalogue, Extension extension) {
    return new SdmxArtefacts(catalogue, extension);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Optional<Extension> extension() {
    return Optional.ofNullable(extension);
  }

  String agency() {
    return extension == null ? STANDARD : extension.id();
  }

  String version() {
    return catalogue.edition().standard();
  }

  List<Concept> concepts() {
    return catalogue.concepts().stream().filter(c -> isOwn(c.id())).toList();
  }

  /** Lists of the agency, and lists of the standard that it adds codes to. */
  List<CodeList> codeLists() {
    return catalogue.codeLists().stream().filter(l -> isOwn(l.id()) || isExtended(l)).toList();
  }

  List<RowType> themes() {
    return catalogue.themes().stream().filter(t -> isOwn(t.id())).toList();
  }

  private boolean isOwn(String id) {
    return extension == null || extension.owns(id);
  }

  /** Whether this is a list of the standard to which the extension adds codes. */
  boolean isExtended(CodeList list) {
    return extension != null
        && catalogue
            .core()
            .findCodeList(list.id())
            .filter(l -> l.codes().size() < list.codes().size())
            .isPresent();
  }

  /** The codes that the agency states itself, in list order. */
  List<Code> codes(CodeList list) {
    if (!isExtended(list)) {
      return list.codes();
    }
    CodeList core = catalogue.core().codeList(list.id());
    return list.codes().stream().filter(c -> core.indexOf(c.id()) < 0).toList();
  }

  /** Who maintains a concept or theme. */
  private String maintainer(String id) {
    return isOwn(id) ? agency() : STANDARD;
  }

  String conceptSchemeId() {
    return "CS_" + agency();
  }

  String conceptUrn(String concept) {
    String agency = maintainer(concept);
    return urn("conceptscheme.Concept", agency, "CS_" + agency) + "." + concept;
  }

  String codeListUrn(CodeList list) {
    String agency = isExtended(list) ? agency() : maintainer(list.id());
    return urn("codelist.Codelist", agency, list.id());
  }

  /** The standard's list of this name. */
  String standardListUrn(CodeList list) {
    return urn("codelist.Codelist", STANDARD, list.id());
  }

  String structureUrn(RowType theme) {
    return urn("datastructure.DataStructure", maintainer(theme.id()), theme.id());
  }

  /**
   * @param type package and class of the information model
   */
  String urn(String type, String id) {
    return urn(type, agency(), id);
  }

  private String urn(String type, String agency, String id) {
    return URN + type + "=" + agency + ":" + id + "(" + version() + ")";
  }

  /**
   * The id under which SDMX knows a code: the code itself where SDMX allows it, else with {@code
   * $XX} for each byte of UTF-8 that it does not allow.
   */
  static String codeId(String code) {
    StringBuilder id = new StringBuilder();
    for (byte b : code.getBytes(StandardCharsets.UTF_8)) {
      if (CODE_CHARACTERS.indexOf(b) >= 0) {
        id.append((char) b);
      } else {
        id.append(String.format("$%02X", b));
      }
    }
    return id.toString();
  }

  /** Whether SDMX-ML 3.0 lets codes name this one as their parent: it must start with a letter. */
  static boolean canBeParent(String codeId) {
    return NAME.matcher(codeId).matches();
  }
}
