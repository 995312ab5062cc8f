package pilothouse.views;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Request;

/**
 * A page of a receipt's rows.
 *
 * @param first number of the first row shown, from 1; 0 when there are none
 * @param columns the headings
 * @param rows the cells
 * @param earlier address of the rows before these, or null
 * @param later address of the rows after these, or null
 */
public record Shelf(
    int first,
    List<Head> columns,
    List<List<Leaf>> rows,
    @Nullable String earlier,
    @Nullable String later) {
  /** Rows on a page. */
  public static final int LENGTH = 200;

  /** Digits of a commit's id, as everywhere. */
  private static final int ABBREVIATED = 10;

  private static final int SHORT = 12;
  private static final Pattern TIME = Pattern.compile("\\d{1,2} \\p{L}+ \\d{4}(, \\d\\d:\\d\\d)?");

  /** A heading, and whether numbers stand below it. */
  public record Head(String text, boolean number) {}

  /**
   * A cell with the address that it leads to, empty for none.
   *
   * @param look its class: a number, a path, something short that does not break, or words
   * @param whole the whole of a text that is shown shortened, else empty
   */
  public record Leaf(String text, String address, String look, String whole) {
    Leaf(String text, String address, String look) {
      this(text, address, look, "");
    }

    /** Whether it is a number. */
    public boolean number() {
      return look.equals("num");
    }
  }

  /** How many pages a receipt has. */
  public static int pages(Reading reading) {
    return Math.max(1, (reading.receipt().size() + LENGTH - 1) / LENGTH);
  }

  /**
   * Which page a request asks for, from 1.
   *
   * @throws NotFound when there are not so many
   */
  public static int page(Request request, Reading reading) {
    int page = request.number("page", 1);
    if (page > pages(reading)) {
      throw new NotFound(
          Texts.say("views.shelf.the-receipt-has-not", Say.counted(pages(reading), "page"), page),
          Texts.say("views.shelf.go-back-to-the"));
    }
    return page;
  }

  /** One page of a receipt. */
  public static Shelf of(Sight view, Reading reading, int page) {
    Receipt receipt = reading.receipt();
    List<List<Leaf>> rows = new ArrayList<>();
    int first = (page - 1) * LENGTH;
    for (int row = first; row < Math.min(receipt.size(), first + LENGTH); row++) {
      rows.add(receipt.row().apply(row).stream().map(cell -> leaf(view, cell)).toList());
    }
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < receipt.columns().size(); i++) {
      int column = i;
      boolean number = !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).number());
      heads.add(new Head(Say.sentence(receipt.columns().get(i)), number));
    }
    String address = view.receipt(reading);
    String next = address + (address.contains("?") ? "&" : "?") + "page=";
    return new Shelf(
        rows.isEmpty() ? 0 : first + 1,
        heads,
        rows,
        page > 1 ? next + (page - 1) : null,
        page < pages(reading) ? next + (page + 1) : null);
  }

  private static Leaf leaf(Sight view, Receipt.Cell cell) {
    String text = cell.text();
    if (cell.leads() == Receipt.Leads.FILE) {
      return new Leaf(text, view.path(text), "path");
    }
    boolean commit = cell.leads() == Receipt.Leads.COMMIT || text.matches("[0-9a-f]{40,64}");
    if (commit && text.length() >= 40) {
      return new Leaf(text.substring(0, ABBREVIATED), "", "nowrap", text);
    }
    if (text.matches("[−-]?[\\d.,]+(?: ?%)?")) {
      return new Leaf(text, "", "num");
    }
    return new Leaf(
        text, "", text.length() <= SHORT || TIME.matcher(text).matches() ? "nowrap" : "wide");
  }
}
