package org.midex.codec.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.midex.model.Lexical;
import org.midex.model.TimePeriod;
import org.midex.schema.Catalogue;
import org.midex.schema.Code;
import org.midex.schema.CodeList;

class OutputBufferTest {
  @Property
  void numbersAreInTheirLexicalForm(
      @ForAll long number,
      @ForAll @LongRange(min = -2000, max = 2000) long small,
      @ForAll @IntRange(max = 17) int scale,
      @ForAll @IntRange(max = 40) int capacity) {
    OutputBuffer out = new OutputBuffer(capacity);
    out.putDecimal(number, scale);
    out.put('|');
    out.putDecimal(small, scale);
    assertThat(new String(out.toByteArray(), UTF_8))
        .isEqualTo(Lexical.text(number, scale) + "|" + Lexical.text(small, scale));
  }

  @Test
  void theSmallestAndTheLargestNumber() {
    for (long number : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 9, 10, -10, 99, 100}) {
      for (int scale = 0; scale < 18; scale++) {
        OutputBuffer out = new OutputBuffer(0);
        out.putDecimal(number, scale);
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo(Lexical.text(number, scale));
      }
    }
  }

  /** Whole words are copied, and what stands behind the fragment is written over. */
  @Property
  void piecesAndTextsStandOneBehindTheOther(
      @ForAll @Size(max = 20) List<@StringLength(max = 40) String> texts,
      @ForAll @IntRange(max = 40) int capacity)
      throws IOException {
    OutputBuffer out = new OutputBuffer(capacity);
    for (String text : texts) {
      out.put(Fragment.of(text));
      out.put(text);
    }
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    byte[] expected = texts.stream().map(t -> t + t).reduce("", String::concat).getBytes(UTF_8);
    assertThat(out.asByteBuffer().remaining()).isEqualTo(expected.length);
    out.writeTo(target);
    assertThat(target.toByteArray()).isEqualTo(expected);
    assertThat(out.size()).isZero();
  }

  @Test
  void aPeriodFitsWhereThereWasNoRoom() {
    OutputBuffer out = new OutputBuffer(0);
    out.putPeriod(TimePeriod.parse("2024-03-31"));
    out.putPeriod(TimePeriod.parse("0999"));
    assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("2024-03-310999");
  }

  @Property(tries = 50)
  void eachCodeHasItsOwnFragment(
      @ForAll @Size(10) @UniqueElements List<@IntRange(max = 200) Integer> order) {
    CodeList list = Catalogue.standard().codeList("CL_AREA");
    CodeFragments fragments = new CodeFragments(list, code -> Fragment.of("<" + code + ">"));
    OutputBuffer out = new OutputBuffer(1);
    StringBuilder expected = new StringBuilder();
    for (int index : order) {
      Code code = list.code(index);
      out.put(fragments.of(index));
      expected.append("<" + code.id() + ">");
      assertThat(fragments.of(index)).isSameAs(fragments.of(index));
    }
    assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo(expected.toString());
  }
}
