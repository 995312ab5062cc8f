package pilothouse;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** What axe-core finds on a page; where bin/test runs all, it must be there. */
final class Axe {
  private static final Path SCRIPT =
      Path.of("target", "axe", "node_modules", "axe-core", "axe.min.js");
  private static final String ALL = "'wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'";
  private static final String RUN =
      "async () => (await axe.run(document, {runOnly: [RULES], resultTypes: ['violations']})).violations"
          + ".map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3))";

  private Axe() {}

  /** Has it on every page that is opened from now on, which is sooner than bringing it to each. */
  static void onEach(Page page) throws IOException {
    page.addInitScript(script());
  }

  /** By all rules. */
  static List<?> finds(Page page) throws IOException {
    return finds(page, ALL);
  }

  /** Of the colours alone, for a look whose other parts were looked at. */
  static List<?> findsInColours(Page page) throws IOException {
    return finds(page, "'color-contrast'");
  }

  /** What it finds on pages, each in both looks, by their names. */
  static List<String> findsOn(Page page, Map<String, Map.Entry<Ship, String>> pages)
      throws IOException {
    onEach(page);
    List<String> found = new ArrayList<>();
    for (var at : pages.entrySet()) {
      Chrome.look(page, ColorScheme.LIGHT);
      page.navigate(at.getValue().getKey().at(at.getValue().getValue()).toString());
      finds(page).forEach(v -> found.add(at.getKey() + ": " + v));
      Chrome.look(page, ColorScheme.DARK);
      findsInColours(page).forEach(v -> found.add(at.getKey() + " dark: " + v));
    }
    return found;
  }

  private static List<?> finds(Page page, String rules) throws IOException {
    if (!(Boolean) page.evaluate("'axe' in window")) {
      page.evaluate(script());
    }
    return (List<?>) page.evaluate(RUN.replace("RULES", rules));
  }

  private static String script() throws IOException {
    if (!Files.exists(SCRIPT)) {
      boolean all = System.getenv("PILOTHOUSE_CHROMIUM") != null;
      assertFalse(all, "axe-core is not in target/axe: run bin/test, which fetches it with npm");
      Assumptions.abort("axe-core is fetched into target/axe by bin/test");
    }
    return Files.readString(SCRIPT);
  }
}
