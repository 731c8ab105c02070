package org.midex.tabular.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.midex.tabular.internal.Layout;

class XlsxSinkTest {
  private static final Layout LAYOUT =
      new Layout(Layout.Format.XLSX, null, StandardCharsets.UTF_8, ',', '"', 1, List.of());

  @Test
  void aSheetHasItsLastRow() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxSink sink = new XlsxSink(out, LAYOUT, 2)) {
      assertThat(sink.write(List.of(Cell.of("a")))).isTrue();
      assertThat(sink.write(List.of(Cell.of("b")))).isTrue();
      assertThat(sink.write(List.of(Cell.of("c")))).isFalse();
      sink.finish();
    }
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(workbook.getFirstSheet().read()).hasSize(2);
    }
  }
}
