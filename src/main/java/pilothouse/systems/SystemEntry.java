package pilothouse.systems;

/**
 * A system that somebody declared, as rules see it.
 *
 * @param name unique: small letters, digits, dots and dashes
 * @param title as people say it; the name where nothing else was said
 * @param repository as it was written: a registered repository's name, {@code owner/name}, a URL;
 *     empty where it lives in none
 * @param folder of that repository, without slashes around it; empty for all of it
 */
public record SystemEntry(
    String name,
    String title,
    String kind,
    String description,
    String lifecycle,
    String repository,
    String folder) {}
