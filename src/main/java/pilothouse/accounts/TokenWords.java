package pilothouse.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What a token may, as it is typed and stored. */
final class TokenWords {
  /**
   * What a token may be made for; looking after an account is for its person alone, and what
   * somebody is told of is never an organisation's.
   */
  static final List<Permission> PERMISSIONS =
      List.of(
          Permission.READ,
          Permission.PEOPLE,
          Permission.SAY,
          Permission.CHANGE,
          Permission.NOTICES,
          Permission.ADMINISTER,
          Permission.SCIM);

  private TokenWords() {}

  /** A permission as it is typed and stored. */
  static String word(Permission permission) {
    return permission.name().toLowerCase(Locale.ROOT);
  }

  /** The same for people. */
  static String called(Permission permission) {
    return Texts.say("accounts.permission." + word(permission));
  }

  static Set<Permission> permissions(List<String> words) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    for (String word : words) {
      all.add(
          PERMISSIONS.stream()
              .filter(permission -> word(permission).equals(word.strip()))
              .findFirst()
              .orElseThrow(() ->
                  Refused.bad(
                      Texts.say("accounts.token-words.is-nothing-that-a", word),
                      Texts.say(
                          "accounts.token-words.use",
                          String.join(
                              ", ", PERMISSIONS.stream().map(TokenWords::word).toList())))));
    }
    return all;
  }

  static Set<Where> places(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .filter(line -> !line.isBlank())
        .map(Places::read)
        .collect(Collectors.toSet());
  }
}
