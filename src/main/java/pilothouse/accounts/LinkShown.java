package pilothouse.accounts;

/**
 * What the page of a link shows.
 *
 * @param email empty where whoever opens the link says so
 * @param gives what the link gives, in words
 * @param name what the account is called that is there, empty for none
 * @param way what can be done with the link: make, password, accept or elsewhere
 */
public record LinkShown(String email, String gives, String name, String way) {}
