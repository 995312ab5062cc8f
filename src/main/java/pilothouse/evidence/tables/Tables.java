package pilothouse.evidence.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;

/**
 * A table of facts in a file: its beginning is looked at to understand it, then it is read once,
 * line by line, at any size.
 */
public final class Tables {
  private static final int SHOWN = 200;

  private final Unpacked in;
  private final Kind kind;
  private final Format format;
  private final Sample sample;

  private Tables(Unpacked in, Kind kind, Format format, Sample sample) {
    this.in = in;
    this.kind = kind;
    this.format = format;
    this.sample = sample;
  }

  /**
   * Looks at the beginning of a table.
   *
   * @throws BadFile when it is none
   */
  public static Tables open(Unpacked in, Kind kind) throws IOException {
    byte[] head = in.head();
    Format format = Formats.guess(head, kind);
    String text = withoutMark(new String(head, format.charset()));
    boolean cut = head.length == Unpacked.HEAD;
    String whole = cut ? text.substring(0, Math.max(text.lastIndexOf('\n'), 0)) : text;
    String beginning = whole.isEmpty() ? text : whole;
    List<String> header =
        format.json()
            ? JsonReader.names(new StringReader(beginning))
            : List.of(CsvReader.open(new StringReader(beginning), format.separator()).header());
    return new Tables(in, kind, format, sampled(beginning, format, header));
  }

  private static Sample sampled(String text, Format format, List<String> header)
      throws IOException {
    Records records = records(new StringReader(text), format, header);
    List<List<String>> rows = new ArrayList<>();
    Row row = new Row();
    while (rows.size() < SHOWN && records.next(row)) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < header.size() && row.trouble() == null; i++) {
        values.add(row.text(i));
      }
      if (row.trouble() == null) {
        rows.add(values);
      }
    }
    return new Sample(format.says(), header, rows);
  }

  /** Its beginning. */
  public Sample sample() {
    return sample;
  }

  /** What its columns most likely are, by their names and the first lines. */
  public Mapping guess() {
    return Guide.guess(kind, sample);
  }

  /**
   * Reads all lines.
   *
   * @param heardAt when lines speak that name no time of their own
   */
  public void read(Mapping mapping, Instant heardAt, Sink sink) throws IOException {
    Reader reader = decoded(in, format.charset());
    Records records = records(reader, format, sample.header());
    String[] header = records.header();
    Cells cells = new Cells(mapping, header, heardAt.plus(Fact.AHEAD));
    RowFacts facts = new RowFacts(kind, cells, heardAt);
    Row row = new Row();
    while (records.next(row)) {
      Unfit trouble = row.trouble();
      if (trouble != null) {
        sink.refused(row.line(), trouble);
        continue;
      }
      try {
        sink.fact(facts.of(row), row.line());
      } catch (Unfit unfit) {
        sink.refused(row.line(), unfit);
      }
    }
  }

  private static Records records(Reader reader, Format format, List<String> header)
      throws IOException {
    return format.json()
        ? JsonReader.open(reader, header)
        : CsvReader.open(reader, format.separator());
  }

  /** Bytes that are no characters become U+FFFD, which the fields refuse. */
  private static Reader decoded(InputStream in, Charset charset) throws IOException {
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    BufferedReader buffered = new BufferedReader(reader, 64 * 1024);
    buffered.mark(1);
    if (buffered.read() != '\ufeff') {
      buffered.reset();
    }
    return buffered;
  }

  static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** What tells tables of the same making from others: the kind and the names of the columns. */
  public String signature() {
    List<String> names = new ArrayList<>(sample.header());
    if (format.json()) {
      names.sort(null);
    }
    return Guide.signature(kind, names);
  }
}
