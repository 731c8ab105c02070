package org.midex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.midex.schema.Catalogue;

class ProgressTest {
  private final StringWriter err = new StringWriter();
  private long now = 1_000_000;

  @Test
  void isSilentForASmallFile() {
    Progress progress = progress(true);
    progress.begin(1_000);
    now += 400;
    progress.at(900, 0);
    progress.close();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysHowFarItIs() {
    Progress progress = progress(true);
    progress.begin(508_000_000);
    now += 31_000;
    progress.at(412_000_000, 3_004);
    assertThat(err.toString()).isEqualTo("\r[########--] 412/508 MB · 3\u202F004 problems · 00:31");
  }

  @Test
  void hasNoBarWhereTheSizeIsNotKnown() {
    Progress progress = progress(true);
    progress.begin(0);
    now += 61_000;
    progress.at(412_000_000, 0);
    assertThat(err.toString()).isEqualTo("\r412 MB · 0 problems · 01:01");
  }

  @Test
  void isWrittenAtMostFiveTimesASecond() {
    Progress progress = progress(true);
    progress.begin(0);
    for (int i = 0; i < 10_000; i++) {
      now++;
      progress.at(i, i);
    }
    assertThat(err.toString().chars().filter(c -> c == '\r')).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void leavesNothingBehind() {
    Progress progress = progress(true);
    progress.begin(0);
    now += 1_000;
    progress.at(1, 0);
    int columns = err.toString().length() - 1;
    progress.close();
    assertThat(err.toString()).endsWith("\r" + " ".repeat(columns) + "\r");
  }

  @Test
  void isNotShownWhenNobodyWatches() {
    Progress progress = progress(false);
    progress.begin(0);
    now += 60_000;
    progress.at(1, 1);
    progress.close();
    assertThat(err.toString()).isEmpty();
  }

  private Progress progress(boolean shown) {
    return new Progress(new PrintWriter(err), Catalogue.standard().texts("en"), shown, () -> now);
  }
}
