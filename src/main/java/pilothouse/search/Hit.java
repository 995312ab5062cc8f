package pilothouse.search;

/**
 * Something that was found.
 *
 * @param kind as addresses and the API name it
 * @param says what else it is found by; empty for nothing
 */
public record Hit(String kind, String title, String says, String address) {}
