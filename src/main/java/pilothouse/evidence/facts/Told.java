package pilothouse.evidence.facts;

/**
 * What one source said, as it is kept.
 *
 * @param seq rises with each writing: where a reader may go on from
 * @param source who said it
 */
public record Told<F extends Fact>(long seq, String source, F fact) {}
