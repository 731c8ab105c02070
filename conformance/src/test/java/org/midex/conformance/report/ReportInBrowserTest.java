package org.midex.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.midex.report.Chromium;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The report of a hostile implementation in Debian's Chromium; skipped where that is missing. */
@Tag("once")
class ReportInBrowserTest {
  @TempDir private static Path folder;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Chromium.start(folder);
    HostileRun.write(folder);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void open() {
    browser.get(folder.resolve("results/report.html").toUri().toString());
  }

  @Test
  void whatIsHostileIsText() {
    assertThat(browser.findElement(By.tagName("h1")).getText()).contains(HostileRun.SCRIPT);
    assertThat(browser.findElement(By.className("banner")).getText()).contains("Failed", "]]>");
    assertThat(browser.findElements(By.tagName("pre")))
        .extracting(WebElement::getText)
        .hasSize(12)
        .anyMatch(text -> text.contains(HostileRun.SCRIPT) && text.contains("\\u202E"));
    assertThat(browser.findElements(By.cssSelector("script, img, iframe, a, link"))).isEmpty();
  }

  @Test
  void nothingIsLoadedAndNothingIsComplainedOf() {
    Chromium.assertNothingIsLoaded(browser);
  }

  /** The list of all vectors opens, too. */
  @Test
  void needsNoScript() {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      open();
      WebElement id = browser.findElement(By.cssSelector("details code"));
      assertThat(id.isDisplayed()).isFalse();
      browser.findElement(By.tagName("summary")).click();
      assertThat(id.isDisplayed()).isTrue();
    } finally {
      browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void fitsATelephone() {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    browser.findElement(By.tagName("summary")).click();
    assertThat(browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }
}
