package pilothouse.accounts;

import java.time.Instant;

/** By what an account is known elsewhere: at which provider, since when, and when last used. */
record Identity(String id, String provider, Instant since, Instant seen) {}
