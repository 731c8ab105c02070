package org.midex.codec.avro;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.midex.schema.Catalogue;
import org.midex.schema.CatalogueSource;
import org.midex.schema.RowType;

/** The standard catalogue, but with the migrant stock as an amount of two decimals. */
final class AmountCatalogue implements CatalogueSource {
  private static final int SCALE = 2;
  static final Catalogue CATALOGUE = Catalogue.of(new AmountCatalogue());
  static final RowType THEME = CATALOGUE.theme("MIG_STOCK");

  private final CatalogueSource standard = CatalogueSource.ofClasspath();

  private AmountCatalogue() {}

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    InputStream file = standard.open(path);
    if (file == null || !path.equals("themes/MIG_STOCK.yaml")) {
      return file;
    }
    try (file) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String amount = text.replace("type: count", "type: amount\n  scale: " + SCALE);
      return new ByteArrayInputStream(amount.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return standard.list(folder);
  }

  static String text(ByteBuffer decimal) {
    byte[] bytes = new byte[decimal.remaining()];
    decimal.get(bytes);
    return new BigDecimal(new BigInteger(bytes), SCALE).toPlainString();
  }
}
