package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.accounts.saml.SamlHouse;
import pilothouse.git.Progress;

/**
 * A real browser signs in by SAML at another site. What a page there lets it send carries no cookie
 * of ours, so that only a browser can show that it comes back to its own try.
 */
class SamlBrowserTest {
  @TempDir Path folder;
  private final SamlHouse house = new SamlHouse(Village.NOW);

  private void answer(HttpExchange exchange) throws IOException {
    URI asked = URI.create("http://localhost" + exchange.getRequestURI());
    var request = SamlHouse.request(asked);
    byte[] page =
        """
        <!doctype html><title>Elsewhere</title>
        <form method="post" action="%s"><input type="hidden" name="SAMLResponse" value="%s"><button>Go</button></form>
        """
            .formatted(request.getAttribute("AssertionConsumerServiceURL"), house.answer(request))
            .getBytes(UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @Test
  void whoComesBackFromAnotherSiteIsIn() throws IOException {
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    elsewhere.createContext("/sso", this::answer);
    elsewhere.start();
    String door = "http://localhost:" + elsewhere.getAddress().getPort() + "/sso";
    Path metadata =
        Files.writeString(
            folder.resolve("metadata.xml"), house.metadata().replace(SamlHouse.DOOR, door));
    Path file =
        Files.writeString(
            folder.resolve("providers.yaml"),
            "company: {kind: saml, title: Company account, vouches: true, makes_accounts: true, metadata_file: '"
                + metadata
                + "'}\n");
    try (Ship ship = Ship.set(Map.of("providers", file.toString()), Progress.SILENT);
        Visitor captain = Visitor.captain(ship);
        Chrome chrome = new Chrome();
        BrowserContext context = chrome.context(1_024, ColorScheme.LIGHT)) {
      assertEquals("127.0.0.1", ship.at("/").getHost(), "another site than localhost");
      Page page = chrome.page(context);
      page.navigate(ship.at("/sign-in?to=%2Faccount%2Fkeys").toString());
      page.getByText("Sign in with Company account").click();
      assertTrue(page.url().startsWith(door), page.url());
      page.getByText("Go").click();
      page.waitForURL(ship.at("/account").toString());
      assertTrue(page.content().contains("Mara Lind"), page.content());
      chrome.complainedAboutNothing();
      assertEquals(200, captain.get("/administration").statusCode());
    } finally {
      elsewhere.stop(0);
    }
  }
}
