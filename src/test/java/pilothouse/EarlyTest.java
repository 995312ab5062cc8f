package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pilothouse.git.Progress;
import pilothouse.git.Scan;

/** What pages show while a repository is being read. */
class EarlyTest {
  private static final Page.WaitForSelectorOptions GONE =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);

  /** Stops a reading once commits and paths are known, until it is told to go on. */
  private static final class Gate implements Progress {
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void early(Supplier<Scan> scan) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void commitsAndReleasesShowBeforeLinesAreCountedInEveryBrowser() {
    Gate gate = new Gate();
    try (Chrome chrome = new Chrome();
        Ship ship = Ship.heard(gate, Village.repository());
        BrowserContext one = chrome.context(1440, ColorScheme.LIGHT);
        BrowserContext two = chrome.context(360, ColorScheme.LIGHT)) {
      Page first = chrome.page(one);
      Page second = chrome.page(two);
      for (Page page : new Page[] {first, second}) {
        page.navigate(ship.at("/").toString());
        page.waitForSelector(".quarters");
        assertTrue(page.isVisible(".progress progress"));
        assertTrue(page.textContent("p.note").contains("Lines are not counted yet"));
        assertTrue(page.textContent(".flow").contains("Release frequency"));
        for (var quarter : page.querySelectorAll(".quarter")) {
          String says = quarter.innerText();
          boolean blind = says.contains("unknown\n");
          assertFalse(blind && says.contains("nothing found"), "silence is never green: " + says);
        }
        assertTrue(page.isDisabled("text=Read again"));
      }
      Chrome.shoot(first, "check-while-reading", "1440-light");
      second.navigate(ship.at("/systems/ferry/flow").toString());
      assertTrue(second.isVisible(".progress progress"));
      assertTrue(second.textContent("main").contains("v1.6.0"), "releases need no lines");
      gate.open.countDown();
      first.waitForSelector(".progress", GONE);
      second.waitForSelector(".progress", GONE);
      first.waitForSelector("p.note", GONE);
      assertFalse(first.content().contains("every 1s"), "nothing polls any more");
      assertEquals(1, first.locator("h1").count());
      chrome.complainedAboutNothing();
    }
  }
}
