package pilothouse.catalog;

/** Two logins or addresses, and why they may be one person's. */
public record LikelyPair(String one, String other, String name, String why) {}
