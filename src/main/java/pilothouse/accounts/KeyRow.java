package pilothouse.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.passkeys.Key;

/**
 * A passkey of an account.
 *
 * @param used when it last let somebody in; null while it never did
 */
public record KeyRow(Key key, String name, Instant at, @Nullable Instant used) {}
