package org.midex.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The HTML report in Debian's Chromium; skipped where that is missing. */
@Tag("once")
class ReportInBrowserTest {
  @TempDir private static Path folder;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    browser = Chromium.start(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(
        file,
        Written.written(
            Reports.Format.HTML,
            Written.ENGLISH,
            List.of(
                SampleResults.manyUnknownCodes(),
                SampleResults.hostile("<img src=http://127.0.0.1:9/x onerror=alert(1)>"))));
    browser.manage().window().setSize(new Dimension(1400, 900));
    browser.get(file.toUri().toString());
  }

  private static String visibleTitle() {
    return browser.findElements(By.tagName("h1")).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .reduce((a, b) -> a + " and " + b)
        .orElse("");
  }

  @Test
  void showsOneLanguageAndTheOneThatIsChosen() {
    assertThat(visibleTitle()).isEqualTo("Validation report");
    browser.findElement(By.cssSelector("label[for=l-fr]")).click();
    assertThat(visibleTitle()).isEqualTo("Rapport de validation");
    assertThat(browser.getTitle()).isEqualTo("Rapport de validation");
    assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("fr");
  }

  @Test
  void theKeyboardIsEnough() {
    WebElement body = browser.findElement(By.tagName("body"));
    body.sendKeys(Keys.TAB);
    WebElement choice = browser.switchTo().activeElement();
    assertThat(choice.getAttribute("id")).isEqualTo("l-en");
    choice.sendKeys(Keys.ARROW_RIGHT);
    assertThat(visibleTitle()).isNotEqualTo("Validation report");
    browser.switchTo().activeElement().sendKeys(Keys.ARROW_LEFT);
    assertThat(visibleTitle()).isEqualTo("Validation report");
    browser.switchTo().activeElement().sendKeys(Keys.TAB);
    WebElement link = browser.switchTo().activeElement();
    assertThat(link.getTagName()).isEqualTo("a");
    link.sendKeys(Keys.ENTER);
    assertThat(browser.getCurrentUrl()).endsWith("#en-f1");
  }

  @Test
  void copiesWhatAMappingNeeds() {
    WebElement button = browser.findElement(By.cssSelector("#m-en button.copy"));
    button.click();
    assertThat(button.getText()).isEqualTo("Copied");
    assertThat(String.valueOf(browser.executeScript("return getSelection().toString().trim()")))
        .isEqualTo("tokens: {\"FR\": \"FRA\", \"UK\": \"GBR\"}");
  }

  @Test
  void nothingIsLoadedAndNothingIsComplainedOf() {
    Chromium.assertNothingIsLoaded(browser);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void fitsATelephone(String language) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    browser.findElement(By.cssSelector("label[for=l-" + language + "]")).click();
    assertThat(
            browser.executeScript(
                "return [innerWidth, document.documentElement.scrollWidth <= innerWidth]"))
        .isEqualTo(List.of(360L, true));
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextStandsOutFromItsGround(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    assertThat(browser.executeScript(CONTRAST)).isEqualTo(List.of());
  }

  /** Texts whose contrast by WCAG 2 is below 4.5, the least that level AA allows. */
  private static final String CONTRAST =
      """
      const light = c => {
        const [r, g, b] = c.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      const parts = c => c.match(/[0-9.]+/g).map(Number);
      const ground = e => {
        for (; e; e = e.parentElement) {
          const c = parts(getComputedStyle(e).backgroundColor);
          if (c.length === 3 || c[3] > 0) return c.slice(0, 3);
        }
        return [255, 255, 255];
      };
      const bad = [];
      for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!own || !e.offsetParent || e.closest('svg,script')) continue;
        const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(ground(e))];
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) bad.push(e.tagName + ' ' + e.className + ' ' + ratio.toFixed(2));
      }
      return bad;
      """;
}
