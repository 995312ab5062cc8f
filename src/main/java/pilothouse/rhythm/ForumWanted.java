package pilothouse.rhythm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send. */
public record ForumWanted(
    String title,
    @Nullable String kind,
    @Nullable String place,
    @Nullable String cadence,
    @Nullable List<String> functions,
    @Nullable String pinOne,
    @Nullable String pinTwo) {}
