package pilothouse.accounts.proof;

/**
 * One line that the file of providers may hold: it is read and documented by this.
 *
 * @param says what it is for
 * @param usually its value when nobody gives one, as people read it; empty when it must be given
 */
public record Field(String name, String says, String usually) {}
