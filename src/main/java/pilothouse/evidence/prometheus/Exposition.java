package pilothouse.evidence.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.wire.Credentials;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Gathered;
import pilothouse.text.Texts;

/** Prometheus' text format and OpenMetrics 1.0: each line a number. */
public final class Exposition implements Source {
  private static final int SAMPLES = 50_000;
  private static final int LINE = 10_000;

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.prometheus");
  }

  @Override
  public Set<String> headers() {
    return Set.of("content-type");
  }

  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return Credentials.fit(headers, secret);
  }

  /** The same lines an hour later are other numbers, where they have no times. */
  @Override
  public @Nullable String idOf(Map<String, String> headers, byte[] body) {
    return headers.get("idempotency-key");
  }

  @Override
  public boolean answersAtOnce() {
    return true;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    String text = new String(delivery.body(), StandardCharsets.UTF_8);
    String type = delivery.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    boolean open = type.contains("openmetrics") || text.stripTrailing().endsWith("# EOF");
    return new Reading(new Numbers(open, delivery.receivedAt())).read(text);
  }

  /** One body. */
  private static final class Reading {
    private final Numbers numbers;
    private final Gathered gathered = new Gathered();
    private final Map<String, String> units = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private int samples;

    Reading(Numbers numbers) {
      this.numbers = numbers;
    }

    Parsed read(String text) {
      int number = 0;
      for (String line : (Iterable<String>) text.lines()::iterator) {
        number++;
        if (line.strip().equals("# EOF")) {
          break;
        }
        try {
          line(line.strip());
        } catch (BadLine bad) {
          gathered.refused(bad.at(number));
        }
      }
      return gathered.parsed("Lines without a number");
    }

    private void line(String line) {
      if (line.startsWith("#")) {
        unit(line.split("\\s+", 4));
      } else if (!line.isEmpty()) {
        if (++samples > SAMPLES) {
          throw new Malformed(
              Texts.kept("kept.exposition.the-body-has-more-than", SAMPLES),
              Texts.kept("kept.exposition.send-fewer-at-a-time"));
        }
        if (line.length() > LINE) {
          throw new BadLine("is longer than %,d characters".formatted(LINE), "Shorten it.");
        }
        sample(Sample.of(line));
      }
    }

    private void unit(String[] words) {
      if (words.length == 4 && words[1].equals("UNIT")) {
        units.put(words[2], words[3]);
      }
    }

    private void sample(Sample sample) {
      String ignored = numbers.ignores(sample);
      if (ignored != null) {
        gathered.ignored(ignored);
        return;
      }
      var measurement = numbers.measurement(sample, units);
      if (!keys.add(measurement.key())) {
        throw new BadLine(
            "says %s of %s a second time".formatted(measurement.metric(), measurement.scope()),
            "Send one number of a metric for each scope and time.");
      }
      gathered.add(measurement);
    }
  }

  /** What is wrong with one line. */
  static final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String mend;

    BadLine(String is, String mend) {
      super(is, null, false, false);
      this.mend = mend;
    }

    Malformed at(int line) {
      return new Malformed(Texts.kept("kept.exposition.line", line, getMessage()), mend);
    }

    static BadLine unreadable(String line) {
      return new BadLine(
          "is no number of a metric: “%s”".formatted(Excerpts.shown(line)),
          "Write it as orders_paid{service=\"checkout\"} 42.");
    }
  }
}
