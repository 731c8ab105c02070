package org.midex.report.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.midex.report.wording.Plain;

/**
 * Makes JSON generators whose output is harmless on a terminal too: what {@link Plain} escapes is
 * escaped the JSON way.
 */
public final class Json {
  private Json() {}

  /** UTF-8 text over a stream that flushing reaches and closing does not. */
  public static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  public static JsonGenerator generator(Writer out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setCharacterEscapes(new Escapes());
    return json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /** Writes a member unless its value is null. */
  static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private final int[] ascii = standardAsciiEscapesForJSON();

    Escapes() {
      ascii[0x7F] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    /**
     * Pairs of surrogates are one visible character in most cases and stay; {@link Plain#clip} has
     * removed lone ones.
     */
    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      boolean harmless = Character.isSurrogate((char) c) || !Plain.unprintable(c);
      return harmless ? null : new SerializedString(String.format(Locale.ROOT, "\\u%04X", c));
    }
  }
}
