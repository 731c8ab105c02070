package org.midex.conformance.iut;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process writes to stderr, which it may do as it likes. */
final class Tail {
  private static final int SIZE = 4096;

  private final byte[] ring = new byte[SIZE];
  private final Thread thread;
  private long count;

  Tail(InputStream in) {
    thread = new Thread(() -> read(in), "stderr");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[SIZE];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        synchronized (ring) {
          for (int i = 0; i < read; i++) {
            ring[(int) (count++ % SIZE)] = buffer[i];
          }
        }
      }
    } catch (IOException e) {
      // the process is gone
    }
  }

  String text() {
    try {
      thread.join(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (ring) {
      int length = (int) Math.min(count, SIZE);
      byte[] text = new byte[length];
      for (int i = 0; i < length; i++) {
        text[i] = ring[(int) ((count - length + i) % SIZE)];
      }
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
