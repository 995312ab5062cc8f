package pilothouse.rhythm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What programs send. Numbers stand in the words as {@code {metric@scope}}.
 *
 * @param options two to four lines: name | cost | risk | benefit
 */
record BriefWanted(
    String title,
    @Nullable String place,
    String ask,
    String whyNow,
    List<String> options,
    String nothing,
    String recommendation) {}
