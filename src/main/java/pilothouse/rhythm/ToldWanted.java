package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/**
 * That somebody was told.
 *
 * @param way {@code page}, {@code chat}, {@code slide}, {@code print} or {@code meeting}
 */
record ToldWanted(String audience, @Nullable String way, @Nullable String day) {}
