package pilothouse.accounts.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Proven;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an ID token claims, completed by what the provider says of the person when it is asked. */
final class Claims {
  private static final JsonMapper JSON = new JsonMapper();
  private final OidcSettings settings;
  private final Map<String, Object> all;

  Claims(OidcSettings settings, JWTClaimsSet token) {
    this.settings = settings;
    this.all = new HashMap<>(token.getClaims());
  }

  /** Whether the provider must be asked for more. */
  boolean lack() {
    return text("email").isEmpty() || at(settings.groups()) == null || text("name").isEmpty();
  }

  /** Adds what the token did not say; what it said stays. */
  void add(JsonNode more) throws IOException {
    if (!more.path("sub").asString("").equals(text("sub"))) {
      throw new IOException("the provider told of another person than it had proved");
    }
    Map<?, ?> told = JSON.convertValue(more, Map.class);
    told.forEach((name, value) -> {
      if (value != null) {
        all.putIfAbsent(String.valueOf(name), value);
      }
    });
  }

  Proven proven() throws IOException {
    Object verified = all.get("email_verified");
    boolean vouched =
        settings.vouches() || Boolean.TRUE.equals(verified) || "true".equals(verified);
    String name = text("name").isEmpty() ? text("preferred_username") : text("name");
    try {
      return new Proven(settings.provider(), text("sub"), text("email"), vouched, name, groups());
    } catch (IllegalArgumentException e) {
      throw new IOException("what the provider says cannot be taken: " + e.getMessage(), e);
    }
  }

  private List<String> groups() throws IOException {
    Object value = at(settings.groups());
    if (value == null) {
      if (all.get("_claim_names") instanceof Map<?, ?> elsewhere
          && elsewhere.containsKey(settings.groups())) {
        throw new IOException(
            "the person has more groups than the provider puts into a token; let it send only those"
                + " that are assigned to this application");
      }
      return List.of();
    }
    if (value instanceof String one) {
      return List.of(one);
    }
    if (!(value instanceof Collection<?> many)) {
      throw new IOException("the claim " + settings.groups() + " is no list of names");
    }
    List<String> groups = new ArrayList<>();
    for (Object one : many) {
      if (!(one instanceof String group)) {
        throw new IOException("the claim " + settings.groups() + " holds more than names");
      }
      groups.add(group);
    }
    return groups;
  }

  /** A claim of exactly that name, else where its dots lead. */
  private @Nullable Object at(String path) {
    if (all.containsKey(path)) {
      return all.get(path);
    }
    Object value = all;
    for (String step : path.split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }

  private String text(String name) {
    return all.get(name) instanceof String text ? text : "";
  }
}
