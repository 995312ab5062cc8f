package pilothouse.direction;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That somebody looked at a statement again.
 *
 * @param statement the id of the version
 * @param came {@code keep} or {@code change}
 * @param nextOn when it is looked at the next time
 */
public record Review(
    String statement, String came, LocalDate nextOn, Instant at, String by, String why) {}
