package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.midex.report.wording.Plain;

/** What no eye tells apart. */
class PlainTest {
  @ParameterizedTest
  @CsvSource({
    "S\u0423R, S\\u0423R",
    "\u0406reland, \\u0406reland",
    "syr\u0456a, syr\\u0456a",
    "\u041C_8, \\u041C_8",
    "\u0410 FG, \\u0410 FG",
    "'AUT\u00A0', AUT\\u00A0",
    "1\u2009250, 1\\u2009250",
    "AU\u3164T, AU\\u3164T",
    "AU\uFE0FT, AU\\uFE0FT"
  })
  void isEscaped(String value, String shown) {
    assertThat(Plain.value(value, 40)).isEqualTo(shown);
  }

  /** Words of another alphabet, though some of their letters look like Latin ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0420\u043E\u0441\u0441\u0438\u044F 2020",
        "\u0410\u0412\u0421",
        "\u0395\u03BB\u03BB\u03AC\u03B4\u03B1-2020",
        "C\u00F4te d\u2019Ivoire",
        "\uFF33\uFF39\uFF32"
      })
  void staysAsItIs(String value) {
    assertThat(Plain.value(value, 40)).isEqualTo(value);
  }
}
