package pilothouse.evidence.tests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.text.Texts;

/** Coverage as JaCoCo and Cobertura write it; the root's start tag has been read. */
final class CoverageXml {
  private final Xml xml;
  private final Of of;

  CoverageXml(Xml xml, Of of) {
    this.xml = xml;
    this.of = of;
  }

  /** The counters of the whole stand beside the packages, right below the root. */
  Coverage jacoco() {
    Double lines = null;
    Double branches = null;
    Instant at = null;
    while (!xml.isOver()) {
      if (!xml.next() || xml.depth() != 2) {
        continue;
      }
      if (xml.name().equals("sessioninfo")) {
        at = later(at, ReportTimes.parse(xml.attribute("dump"), of));
      } else if (xml.name().equals("counter")) {
        String type = xml.attribute("type");
        if ("LINE".equals(type)) {
          lines = counter();
        } else if ("BRANCH".equals(type)) {
          branches = counter();
        }
      }
    }
    return new Coverage(lines, branches, at);
  }

  private @Nullable Double counter() {
    long covered = whole("covered");
    return Coverage.share(covered, covered + whole("missed"));
  }

  /** The root says all; the rest is read to know that the report is whole. */
  Coverage cobertura() {
    Instant at = ReportTimes.parse(xml.attribute("timestamp"), of);
    Coverage coverage = new Coverage(rate("line", "lines"), rate("branch", "branches"), at);
    while (!xml.isOver()) {
      xml.next();
    }
    return coverage;
  }

  /** By its counts where the report has them: the rate alone says 0 where there was nothing. */
  private @Nullable Double rate(String one, String many) {
    if (xml.attribute(many + "-valid") != null) {
      return Coverage.share(whole(many + "-covered"), whole(many + "-valid"));
    }
    String rate = xml.attribute(one + "-rate");
    if (rate == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(rate);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException _) {
      // refused below, like a share above 1
    }
    throw new BadFile(
        Texts.kept("kept.coverage-xml.its-rate-is-line", one, rate, xml.line()),
        Texts.kept("kept.coverage-xml.it-has-to-be-a"));
  }

  private long whole(String name) {
    String text = xml.attribute(name);
    try {
      return text == null ? 0 : Math.max(-1, Long.parseLong(text));
    } catch (NumberFormatException _) {
      throw new BadFile(
          Texts.kept("kept.coverage-xml.its-is-line", name, text, xml.line()),
          Texts.kept("kept.coverage-xml.it-has-to-be-a-2"));
    }
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
