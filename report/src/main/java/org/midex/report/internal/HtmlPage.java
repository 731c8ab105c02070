package org.midex.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page around the languages of a report. A choice of radio buttons shows one of them and works
 * without scripts; the policy in the head lets nothing be loaded and no script run but our own.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param chosen language that is shown at first; the first one where it is not there
   * @param masked whether values may be hidden
   */
  public static void write(Writer out, List<ResultHtml> languages, String chosen, boolean masked)
      throws IOException {
    ResultHtml first =
        languages.stream()
            .filter(l -> l.language().equals(chosen))
            .findFirst()
            .orElse(languages.get(0));
    String style = resource("report.css") + shown(languages);
    String script = resource("report.js");
    String policy =
        "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script) + "'";
    Markup html = new Markup();
    html.own("<!DOCTYPE html>\n").open("html", "lang", first.language(), "dir", first.direction());
    html.open("head").own("<meta charset=\"utf-8\">\n");
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.block("title", first.title());
    html.open("style").own(style).close("style").close("head").open("body");
    choice(html, languages, first);
    out.write(html.toString());
    for (ResultHtml language : languages) {
      out.write(language.write(masked));
    }
    Markup end = new Markup();
    end.open("script").own(script).close("script").close("body").close("html");
    out.write(end.toString());
  }

  private static void choice(Markup html, List<ResultHtml> languages, ResultHtml first) {
    String words =
        languages.stream()
            .map(ResultHtml::languageWord)
            .distinct()
            .collect(Collectors.joining(" · "));
    html.inline("span", words, "class", "languages", "id", "languages").own("\n");
    for (ResultHtml language : languages) {
      String id = "l-" + language.language();
      html.own("<input type=\"radio\" name=\"language\" aria-describedby=\"languages\" ");
      html.own(language == first ? "checked " : "");
      html.own("id=\"" + id + "\" value=\"" + language.language() + "\">");
      html.inline("label", language.name(), "for", id, "lang", language.language()).own("\n");
    }
  }

  private static String shown(List<ResultHtml> languages) {
    return languages.stream()
        .map(l -> "#l-" + l.language() + ":checked~#m-" + l.language())
        .collect(Collectors.joining(",", "", "{display:block}\n"));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
