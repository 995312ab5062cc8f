package pilothouse.decisions.adr;

/**
 * A heading and what stands below it, up to the next heading of any level.
 *
 * @param level of the heading, from 1
 * @param heading its words
 * @param from the first byte of the heading
 * @param body the first byte behind the heading
 * @param to the first byte of the next section
 */
public record Section(int level, String heading, SectionKind kind, int from, int body, int to) {}
