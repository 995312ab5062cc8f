package pilothouse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code pull} signs in with: a file that is named in the settings, else a variable of the
 * environment that other tools read too. Read when it is needed; never printed.
 */
final class Tokens {
  private static final String FILE = "_file";
  private static final List<String> FORGES = List.of("github", "gitlab", "prometheus", "sql");

  private final Map<String, String> files;

  private Tokens(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  /** Those that were given, by the names of their settings. */
  static Tokens of(Map<String, String> given) {
    return new Tokens(given);
  }

  /** The names of the settings. */
  static List<String> names() {
    return sealedNames().stream().map(name -> name + FILE).toList();
  }

  /**
   * The token for a forge; empty where there is none.
   *
   * @throws Refused for a file that holds none, or something that cannot be one
   */
  String of(String forge, Map<String, String> environment) {
    String name = sealed(forge) + FILE;
    String file = files.get(name);
    String variable = variable(forge);
    String token =
        file == null
            ? environment.getOrDefault(variable, "").strip()
            : Secrets.read(name, file, kind(forge));
    if (!isOne(kind(forge), token)) {
      throw new Refused(
          "What stands in %s is no %s; put the %s there, and nothing else."
              .formatted(
                  file == null ? variable : "the file of the setting " + name,
                  kind(forge),
                  kind(forge)));
    }
    return token;
  }

  /** What it is called: a database asks for a password. */
  private static String kind(String forge) {
    return forge.equals("sql") ? "password" : "token";
  }

  /** The same by the name under which it is sealed. */
  static String kindOf(String sealed) {
    return sealed.substring(sealed.lastIndexOf('_') + 1);
  }

  /** Whether a text can be one: signs without blanks, or for a password anything on one line. */
  static boolean isOne(String kind, String text) {
    return kind.equals("password")
        ? text.chars().noneMatch(Character::isISOControl)
        : text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /** The name under which a token can be sealed. */
  static String sealed(String forge) {
    return forge + "_" + kind(forge);
  }

  /** All names under which one can be sealed. */
  static List<String> sealedNames() {
    return FORGES.stream().map(Tokens::sealed).toList();
  }

  /** The variable in the environment. */
  static String variable(String forge) {
    return sealed(forge).toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return "tokens in " + files.keySet();
  }
}
