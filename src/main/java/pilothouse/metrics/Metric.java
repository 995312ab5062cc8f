package pilothouse.metrics;

/**
 * A named formula over facts. Page, command line, documentation and exports are rendered from this
 * record.
 *
 * @param id stable, kebab-case
 * @param name a short title, sentence case
 * @param question what somebody wants to know
 * @param formula the definition in words
 * @param unit of the value
 * @param better which way is better, if any
 * @param needs which facts it needs
 * @param caveat when it misleads
 * @param counterMetric the id of the metric that keeps this one honest
 */
public record Metric(
    String id,
    String name,
    String question,
    String formula,
    Unit unit,
    Better better,
    String needs,
    String caveat,
    String counterMetric) {

  /** Units that values come in. */
  public enum Unit {
    SECONDS,
    COUNT,
    PER_WEEK,
    RATIO,
    LINES,
    PEOPLE,
    /** Of whatever somebody measured; its unit is told beside it. */
    OTHER
  }

  /** Which way is better. */
  public enum Better {
    LOWER,
    HIGHER,
    NEITHER
  }
}
