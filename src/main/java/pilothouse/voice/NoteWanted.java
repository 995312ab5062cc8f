package pilothouse.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send. */
record NoteWanted(
    String says,
    @Nullable String place,
    @Nullable String day,
    @Nullable List<String> tags,
    @Nullable String tone,
    @Nullable String source) {}
