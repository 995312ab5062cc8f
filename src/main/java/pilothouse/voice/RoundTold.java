package pilothouse.voice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A round, with what was promised in it and how what was promised before stands. */
record RoundTold(
    String id,
    String title,
    String place,
    String day,
    @Nullable Instant closedAt,
    String noAction,
    List<Round.Theme> themes,
    List<Promised> promised,
    List<Promised> before) {}
