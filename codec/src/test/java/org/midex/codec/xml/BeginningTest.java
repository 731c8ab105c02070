package org.midex.codec.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningTest {
  private static final String START = "<Obs";

  private final Beginning beginning = new Beginning(3, START.length());

  /** Compares a row of attributes, and keeps it; returns how many were the same. */
  private int read(String... attributes) {
    byte[] row = ("\n" + START + String.join("", attributes) + "/>").getBytes(US_ASCII);
    int same = beginning.match(row, 1, row.length);
    int end = START.length();
    for (int i = 0; i < attributes.length; i++) {
      end += attributes[i].length();
      if (i < same) {
        assertThat(beginning.end(i + 1)).isEqualTo(end);
      } else {
        beginning.note(i, 2 * i, end);
      }
    }
    beginning.keep(row, 1);
    return same;
  }

  @Test
  void attributesAreTheSameUpToTheFirstThatDiffers() {
    assertThat(read(" A=\"1\"", " B=\"22\"", " C=\"3\"")).isZero();
    assertThat(read(" A=\"1\"", " B=\"22\"", " C=\"3\"")).isEqualTo(3);
    assertThat(beginning.slots(3)).isEqualTo(0b10101);
    assertThat(read(" A=\"1\"", " B=\"22\"", " C=\"4\"")).isEqualTo(2);
    assertThat(read(" A=\"1\"", " B=\"222\"", " C=\"4\"")).isEqualTo(1);
    assertThat(read(" A=\"1\"", " B=\"22\"", " C=\"4\"")).isEqualTo(1);
    assertThat(read(" A=\"2\"", " B=\"22\"", " C=\"4\"")).isZero();
    assertThat(read(" A=\"2\"", " B=\"22\"", " C=\"4\"")).isEqualTo(3);
    assertThat(read(" A=\"2\"")).isEqualTo(1);
    assertThat(read(" A=\"2\"", " B=\"22\"")).isEqualTo(1);
    assertThat(read(" A=\"2\"", " B=\"22\"")).isEqualTo(2);
  }

  @Test
  void onlyWhatIsThereIsCompared() {
    read(" A=\"1\"", " B=\"22\"");
    byte[] cut = (START + " A=\"1\" B=\"22\"").getBytes(US_ASCII);
    assertThat(beginning.match(cut, 0, cut.length - 1)).isEqualTo(1);
  }

  /** What is another one in each row is left alone for a while. */
  @Test
  void pauses() {
    for (int i = 0; i < 20; i++) {
      read(" A=\"" + i + "\"");
    }
    int rows = 0;
    while (read(" A=\"same\"") == 0) {
      rows++;
    }
    assertThat(rows).isBetween(100, 250);
  }
}
