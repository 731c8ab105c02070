package org.midex.schema.publish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of an artefact what SDMX has no place for. Types start with {@code MIDEX_}; the guide for
 * SDMX users lists them.
 */
final class SdmxAnnotations {
  private record Annotation(
      String type, @Nullable String title, @Nullable String text, @Nullable String value) {}

  private final List<Annotation> annotations = new ArrayList<>();

  /**
   * @param value for programs
   */
  SdmxAnnotations value(String type, String value) {
    return add(type, null, null, value);
  }

  /**
   * @param title what the value is one of, such as the scheme of an alias
   */
  SdmxAnnotations value(String type, String title, String value) {
    return add(type, title, null, value);
  }

  /**
   * @param text for people, in English
   */
  SdmxAnnotations text(String type, String text) {
    return add(type, null, text, null);
  }

  SdmxAnnotations add(
      String type, @Nullable String title, @Nullable String text, @Nullable String value) {
    annotations.add(new Annotation("MIDEX_" + type, title, text, value));
    return this;
  }

  void write(XmlText xml) {
    if (annotations.isEmpty()) {
      return;
    }
    xml.open("com:Annotations");
    for (Annotation annotation : annotations) {
      List<XmlText.Leaf> leaves = new ArrayList<>();
      add(leaves, "com:AnnotationTitle", annotation.title());
      add(leaves, "com:AnnotationType", annotation.type());
      add(leaves, "com:AnnotationText", annotation.text(), "xml:lang", "en");
      add(leaves, "com:AnnotationValue", annotation.value());
      xml.wrapped("com:Annotation", leaves);
    }
    xml.close();
  }

  private static void add(
      List<XmlText.Leaf> leaves, String name, @Nullable String content, String... attributes) {
    if (content != null) {
      leaves.add(new XmlText.Leaf(name, content, attributes));
    }
  }
}
