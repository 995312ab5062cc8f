package pilothouse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.promises.Forge;

/** The forges whose issues may be written to; none unless somebody gives a token for it. */
record IssueSettings(List<Forge> forges) {
  static final List<String> NAMES =
      List.of(
          "issues_github", "issues_github_token_file", "issues_gitlab", "issues_gitlab_token_file");

  IssueSettings {
    forges = List.copyOf(forges);
  }

  static IssueSettings of(SettingsSources sources) {
    Map<String, String> given = sources.texts(NAMES);
    List<Forge> forges = new ArrayList<>();
    add(forges, Forge.Kind.GITHUB, "issues_github", "https://api.github.com", given);
    add(forges, Forge.Kind.GITLAB, "issues_gitlab", "https://gitlab.com/api/v4", given);
    return new IssueSettings(forges);
  }

  private static void add(
      List<Forge> forges, Forge.Kind kind, String name, String usual, Map<String, String> given) {
    @Nullable String file = given.get(name + "_token_file");
    String address = given.getOrDefault(name, usual).replaceFirst("/+$", "");
    if (file == null) {
      return;
    }
    if (!address.matches("https?://[\\w.-]+(?::\\d{1,5})?(?:/[\\w./-]*)?")) {
      throw new Refused(
          name + " is no address of an API; write it like " + usual + ", or leave it out.");
    }
    String token = Secrets.read(name + "_token_file", file, "token");
    forges.add(new Forge(kind, host(address), address, token));
  }

  /** Where the issues of an API have their pages. */
  private static String host(String address) {
    URI api = URI.create(address);
    String host = api.getPort() < 0 ? api.getHost() : api.getHost() + ":" + api.getPort();
    return host.equals("api.github.com") ? "github.com" : host;
  }
}
