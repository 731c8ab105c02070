package org.midex.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimePeriodTest {
  @Property
  void isWrittenAsItWasRead(@ForAll @IntRange(max = 9999) int number) {
    String year = String.format(Locale.ROOT, "%04d", number);
    Stream<String> parts =
        Stream.of(
                Stream.of("", "-S1", "-S2", "-Q1", "-Q4", "-W01", "-W53", "-01-01", "-12-31"),
                IntStream.rangeClosed(1, 12).mapToObj(m -> (m < 10 ? "-0" : "-") + m))
            .flatMap(s -> s);
    parts.forEach(part -> assertThat(TimePeriod.parse(year + part)).hasToString(year + part));
  }

  @Test
  void isWrittenWhereItBelongs() {
    byte[] target = new byte[14];
    Arrays.fill(target, (byte) '.');
    assertThat(TimePeriod.parse("2024-W05").write(target, 3)).isEqualTo(11);
    assertThat(new String(target, StandardCharsets.US_ASCII)).isEqualTo("...2024-W05...");
  }
}
