package org.midex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.midex.codec.pack.TimestampService;

/** A timestamp service over HTTP (RFC 3161, 3.4). */
final class HttpTimestamps implements TimestampService {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST = 1 << 20;

  private final URI service;

  /**
   * @throws IllegalArgumentException when it is no URL
   */
  HttpTimestamps(String url) {
    this.service = URI.create(url);
    if (!List.of("http", "https").contains(String.valueOf(service.getScheme()))) {
      throw new IllegalArgumentException(url + ": a URL with http or https is expected");
    }
  }

  @Override
  public byte[] answer(byte[] request) throws IOException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest asked =
        HttpRequest.newBuilder(service)
            .timeout(PATIENCE)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request))
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException(service + " answers with status " + answer.statusCode());
        }
        return in.readNBytes(LARGEST);
      }
    } catch (ConnectException | HttpTimeoutException e) {
      throw new IOException(service + " cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("asking for a timestamp was interrupted", e);
    }
  }
}
