package pilothouse.metrics;

import pilothouse.text.Texts;

/**
 * A named formula over facts. Page, command line, documentation and exports are rendered from this
 * record.
 *
 * @param id stable, kebab-case
 * @param words what it is called and what it means
 * @param unit of the value
 * @param better which way is better, if any
 * @param counterMetric the id of the metric that keeps this one honest
 */
public record Metric(String id, Words words, Unit unit, Better better, String counterMetric) {

  /** What a metric is called and what it means, in the language that is spoken now. */
  public interface Words {
    String name();

    String question();

    String formula();

    String needs();

    String caveat();
  }

  /** Words of whoever measured something; they are in no file. */
  public record Own(String name, String question, String formula, String needs, String caveat)
      implements Words {}

  /** Words in the file of texts, under a key. */
  record Kept(String key) implements Words {
    @Override
    public String name() {
      return Texts.say(key + ".name");
    }

    @Override
    public String question() {
      return Texts.say(key + ".question");
    }

    @Override
    public String formula() {
      return Texts.say(key + ".formula");
    }

    @Override
    public String needs() {
      return Texts.say(key + ".needs");
    }

    @Override
    public String caveat() {
      return Texts.say(key + ".caveat");
    }
  }

  /**
   * A metric whose words stand in the file of texts.
   *
   * @param texts what its keys begin with, before its id
   */
  public static Metric kept(
      String texts, String id, Unit unit, Better better, String counterMetric) {
    return new Metric(id, new Kept(texts + id), unit, better, counterMetric);
  }

  /** A short title, sentence case. */
  public String name() {
    return words.name();
  }

  /** What somebody wants to know. */
  public String question() {
    return words.question();
  }

  /** The definition in words. */
  public String formula() {
    return words.formula();
  }

  /** Which facts it needs. */
  public String needs() {
    return words.needs();
  }

  /** When it misleads. */
  public String caveat() {
    return words.caveat();
  }

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
