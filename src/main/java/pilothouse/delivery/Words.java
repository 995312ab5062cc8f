package pilothouse.delivery;

import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;

/** Words that the pages of delivery share. */
final class Words {
  private Words() {}

  /** Of how many facts a number is, and how many of these are open. */
  static String of(Reading reading) {
    return of(reading.metric(), reading.n(), reading.open());
  }

  /** Of how many facts a number is, and how many of these are open. */
  static String of(Metric metric, long n, long open) {
    String of = Say.counted(n, noun(metric.id()));
    return open == 0
        ? Texts.say("delivery.words.of", of)
        : Texts.counted("delivery.words.of-open", open, of);
  }

  /** A value, or unknown. */
  static String value(Line.Gauge gauge) {
    Double value = gauge.value();
    return value == null ? Texts.say("say.unknown") : Shown.say(gauge.metric().unit(), value);
  }

  /** How many changes passed a stage, and how long half of them took. */
  static String passed(long n, @Nullable Double median) {
    String passed = n == 0 ? Texts.say("delivery.words.no-change") : Say.counted(n, "change");
    return median == null
        ? Texts.say("delivery.words.passed-it-in-this", passed)
        : Texts.counted("delivery.words.passed-within", n, passed, Say.span(median));
  }

  /** How far chance alone reaches around a number, in a sentence; empty where it is unknown. */
  static String between(Reading reading) {
    if (reading.value() == null) {
      return "";
    }
    Interval interval = reading.interval();
    Metric.Unit unit = reading.metric().unit();
    Double low = interval.low();
    Double high = interval.high();
    String reach;
    if (low != null && high != null) {
      reach = Texts.say("delivery.words.to", Shown.say(unit, low), Shown.say(unit, high));
    } else if (low != null) {
      reach = Texts.say("delivery.words.and-more", Shown.say(unit, low));
    } else if (high != null) {
      reach = Texts.say("delivery.words.up-to", Shown.say(unit, high));
    } else {
      return Texts.say("delivery.words.how-far-chance-alone", interval.says());
    }
    return Texts.say("delivery.words.with-so-many-facts", reach, interval.says());
  }

  /** What a metric counts. */
  private static String noun(String metric) {
    if (metric.startsWith("failed-deployment-recovery")) {
      return "failed deployment";
    }
    if (metric.startsWith("deployment") || metric.startsWith("change-fail")) {
      return "deployment";
    }
    return metric.startsWith("change-lead-time") ? "change" : "fact";
  }

  /** What happened lately in a service's five numbers, in a sentence. */
  static String happened(Line line) {
    return (troubled(line.trouble()) + lately(line) + waiting(line.trouble().waiting())).strip();
  }

  private static String troubled(Line.Trouble trouble) {
    return switch (trouble.open()) {
      case 0 -> "";
      default ->
          Texts.counted("delivery.words.open", trouble.open(), String.valueOf(trouble.since()))
              + " ";
    };
  }

  /** How many suggested causes nobody has judged, in a sentence; empty for none. */
  static String waiting(long waiting) {
    return waiting == 0 ? "" : " " + Texts.counted("delivery.words.waiting", waiting);
  }

  private static String lately(Line line) {
    String blind = line.blind();
    if (blind != null) {
      return Say.sentence(blind) + ".";
    }
    if (!line.isKnown()) {
      return Texts.say("delivery.words.no-number-is-known");
    }
    StringBuilder says = new StringBuilder();
    if (line.open() > 0) {
      says.append(Texts.counted("delivery.words.not-restored", line.open())).append(' ');
    }
    for (boolean worse : new boolean[] {true, false}) {
      for (Line.Gauge gauge : line.gauges()) {
        var turn = gauge.lately();
        if (turn != null && gauge.isWorse() == worse) {
          says.append(gauge.metric().name()).append(' ').append(turn.says()).append(". ");
        }
      }
    }
    if (says.isEmpty()) {
      return line.isJudged()
          ? Texts.counted("delivery.words.no-change-that-is", Bearing.LATELY)
          : Texts.say("delivery.words.too-few-periods-yet");
    }
    return says.toString().strip();
  }

  /** A service's state in a word. */
  static String state(Line line) {
    return switch (line.rank()) {
      case 0 -> Texts.say("reports.state.act");
      case 1 -> Texts.say("delivery.words.got-worse");
      case 2 -> Texts.say("delivery.words.moved");
      case 3 ->
          line.isJudged()
              ? Texts.say("delivery.words.as-usual")
              : Texts.say("delivery.words.too-early-to-tell");
      default -> Texts.say("say.unknown");
    };
  }

  /** The class of that word. */
  static String look(Line line) {
    return switch (line.rank()) {
      case 0 -> "act";
      case 1, 2 -> "look";
      case 3 -> line.isJudged() ? "nothing_found" : "unknown";
      default -> "unknown";
    };
  }
}
