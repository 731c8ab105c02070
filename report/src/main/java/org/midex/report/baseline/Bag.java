package org.midex.report.baseline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Findings as 64 bits each, so that many can be compared. Keys and values may stand often. */
final class Bag {
  private static final int FIRST = 16;

  private long[] findings = new long[FIRST];
  private int size;

  /** What is left to all bags of a file together: findings beyond it are only counted. */
  static final class Budget {
    private int left;

    Budget(int findings) {
      left = findings;
    }

    boolean take() {
      return left > 0 && left-- > 0;
    }
  }

  void add(@Nullable String key, @Nullable String value) {
    if (size == findings.length) {
      findings = Arrays.copyOf(findings, size * 2);
    }
    findings[size++] = hash(key + "\n" + value);
  }

  private static long hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return java.nio.ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many findings are in both. */
  static long common(Bag one, Bag other) {
    long[] a = Arrays.copyOf(one.findings, one.size);
    long[] b = Arrays.copyOf(other.findings, other.size);
    Arrays.sort(a);
    Arrays.sort(b);
    long common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Long.compare(a[i], b[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
