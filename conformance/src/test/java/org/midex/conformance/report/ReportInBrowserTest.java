package org.midex.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The report of a hostile implementation in Debian's Chromium; skipped where that is missing. */
@Tag("once")
class ReportInBrowserTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir private static Path folder;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "needs Debian's packages chromium and chromium-driver");
    HostileRun.write(folder);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--user-data-dir=" + folder.resolve("profile"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
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
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    List<String> requests =
        browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(LogEntry::getMessage)
            .filter(m -> m.contains("Network.requestWillBeSent\""))
            .filter(m -> m.contains("\"documentURL\":\"file:")) // not the browser's own start page
            .toList();
    assertThat(requests).isNotEmpty().allMatch(m -> m.contains("\"url\":\"file:///"));
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
