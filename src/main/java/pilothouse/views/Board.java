package pilothouse.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Answer;

/**
 * A plain page: what it is about, then tables, lists and forms, one under the other. Pages that are
 * no more than that share one template.
 *
 * @param intro one or two sentences under the heading
 * @param up the page above; an empty address for none
 */
public record Board(String title, String intro, Link up, List<Part> parts) {
  /** So many forms stand open below one another. */
  private static final int OPEN = 3;

  public Board {
    parts = List.copyOf(parts);
  }

  /** A page with no other above it. */
  public static Board of(String title, String intro, List<Part> parts) {
    return new Board(title, intro, new Link("", ""), parts);
  }

  /** Whether that is a form among so many that each is opened only when asked for. */
  public boolean isFolded(Part part) {
    return part instanceof Form && parts.stream().filter(Form.class::isInstance).count() > OPEN;
  }

  /** The page. */
  public Answer page() {
    return Answer.page("views/board", title, Map.of("board", this));
  }

  /** Where something leads, and what it is called. */
  public record Link(String says, String address) {}

  /** Something that stands on the page under its own heading. */
  public sealed interface Part permits Table, Lines, Form, Pictures, Passage {
    /** Unique on the page. */
    String id();

    /** The heading; empty for none. */
    String title();

    /** Whether it says no more than that there is nothing. */
    default boolean isEmpty() {
      return false;
    }
  }

  /**
   * Rows under headings.
   *
   * @param empty what is said where there is no row: what would fill it
   * @param further where its other parts are; none where it is whole
   */
  public record Table(
      String id, String title, String empty, List<String> heads, List<Row> rows, List<Link> further)
      implements Part {
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
      further = List.copyOf(further);
    }

    /** One that is whole. */
    public Table(String id, String title, String empty, List<String> heads, List<Row> rows) {
      this(id, title, empty, heads, rows, List.of());
    }

    /**
     * The same as a part of a longer one.
     *
     * @param after the key that the part begins behind; empty for the first
     * @param next the key that the next one begins behind; empty for none
     */
    public Table parted(String base, String after, String next) {
      List<Link> links = new ArrayList<>();
      if (!after.isEmpty()) {
        links.add(new Link(Texts.say("web.part.first"), base));
      }
      if (!next.isEmpty()) {
        links.add(
            new Link(
                Texts.say("web.part.more"),
                base + (base.contains("?") ? "&" : "?") + "after=" + Addresses.part(next)));
      }
      return new Table(id, title, empty, heads, rows, links);
    }

    /** The same without columns in which no row has anything; the first one stays. */
    public Table slim() {
      List<Integer> kept =
          IntStream.range(0, heads.size()).filter(i -> i == 0 || isFilled(i)).boxed().toList();
      return new Table(
          id,
          title,
          empty,
          kept.stream().map(heads::get).toList(),
          rows.stream().map(row -> row.only(kept)).toList(),
          further);
    }

    private boolean isFilled(int column) {
      return rows.isEmpty()
          || rows.stream()
              .map(Row::cells)
              .anyMatch(cells -> column < cells.size() && !cells.get(column).isEmpty());
    }

    @Override
    public boolean isEmpty() {
      return rows.isEmpty();
    }

    /** What that column is called; empty where nothing names it. */
    public String head(int column) {
      return column < heads.size() ? heads.get(column) : "";
    }

    /** Whether that column holds numbers. */
    public boolean isNumber(int column) {
      return rows.stream()
          .map(Row::cells)
          .anyMatch(cells -> column < cells.size() && cells.get(column).look().equals("num"));
    }
  }

  /** Sentences, each with a shape: {@code act}, {@code look} or {@code know}. */
  public record Lines(String id, String title, String empty, List<Cell> lines) implements Part {
    public Lines {
      lines = List.copyOf(lines);
    }

    @Override
    public boolean isEmpty() {
      return lines.isEmpty();
    }
  }

  /** Small pictures side by side; a table of the same numbers belongs beside them. */
  public record Pictures(String id, String title, List<Picture> pictures) implements Part {
    public Pictures {
      pictures = List.copyOf(pictures);
    }
  }

  /** One of them as it was drawn, and what it is of. */
  public record Picture(String says, String drawn) {}

  /** What is sent to change something. */
  public record Form(
      String id, String title, String says, String action, List<Field> fields, String button)
      implements Part {
    public Form {
      fields = List.copyOf(fields);
    }

    /** What its fields are filled with. */
    public Map<String, String> values() {
      return fields.stream().collect(Collectors.toMap(Field::name, Field::value));
    }

    /** Whether it is of use only to whoever may change some place. */
    public boolean asksPlace() {
      return fields.stream().anyMatch(field -> field.kind().equals("place"));
    }
  }

  /** One row; its first cell names it. */
  public record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(Cell... cells) {
      return new Row(List.of(cells));
    }

    /** The same with those columns alone. */
    Row only(List<Integer> columns) {
      return new Row(columns.stream().filter(i -> i < cells.size()).map(cells::get).toList());
    }
  }

  /**
   * One cell or sentence.
   *
   * @param link where it leads; empty for nowhere
   * @param look its class: {@code num}, {@code act}, {@code look}, {@code gone}; empty for plain
   * @param note a smaller line below; empty for none
   * @param act a button that sends something; of an empty address for none
   */
  public record Cell(String says, String link, String look, String note, Act act) {
    private static final Act NONE = new Act("", Map.of(), "", "");

    public static Cell of(String says) {
      return new Cell(says, "", "", "", NONE);
    }

    public static Cell num(String says) {
      return new Cell(says, "", "num", "", NONE);
    }

    public static Cell to(String says, String link) {
      return new Cell(says, link, "", "", NONE);
    }

    public static Cell act(Act act) {
      return new Cell("", "", "", "", act);
    }

    /** Whether it leads to a page of elsewhere. */
    public boolean leadsOut() {
      return link.startsWith("https://") || link.startsWith("http://");
    }

    /** The class of what has several lines; empty for one. */
    public String typed() {
      return says.indexOf('\n') < 0 ? "" : "typed";
    }

    /** Whether nothing stands in it. */
    public boolean isEmpty() {
      return says.isEmpty() && note.isEmpty() && act.address().isEmpty();
    }

    /** The same with that look. */
    public Cell look(String how) {
      return new Cell(says, link, how, note, act);
    }

    /** The same with a smaller line below. */
    public Cell note(String below) {
      return new Cell(says, link, look, below, act);
    }
  }

  /**
   * A button that sends something.
   *
   * @param about what it is about, for those who hear the page
   */
  public record Act(String address, Map<String, String> sends, String says, String about) {
    public Act {
      sends = Map.copyOf(sends);
    }
  }
}
