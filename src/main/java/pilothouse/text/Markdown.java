package pilothouse.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A text in Markdown as it may stand on a page: HTML in it is shown as it was typed, links lead
 * where they are allowed to, headings stand below those of the page.
 */
public final class Markdown {
  /** So many characters are shown. */
  public static final int LONGEST = 60_000;

  private static final int SENTENCE = 240;
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder().extensions(TABLES).maxOpenBlockParsers(40).maxInlineNesting(40).build();
  private static final HtmlRenderer AS_FILE = renderer("\n");
  private static final HtmlRenderer AS_TYPED = renderer("<br>\n");
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder()
          .extensions(TABLES)
          .lineBreakRendering(LineBreakRendering.STRIP)
          .build();

  private final String html;
  private final boolean isCut;

  private Markdown(String text, HtmlRenderer renderer, UnaryOperator<String> ways) {
    String shown = Say.cut(text, LONGEST);
    Node document = PARSER.parse(shown);
    document.accept(new Harmless(ways));
    this.html = Safe.of(renderer.render(document));
    this.isCut = shown.length() < text.length();
  }

  /**
   * Of a file, in which a line may end wherever it wants to.
   *
   * @param ways where a link leads here; empty for nowhere
   */
  public static Markdown ofFile(String text, UnaryOperator<String> ways) {
    return new Markdown(text, AS_FILE, ways);
  }

  /** What somebody typed here: its lines end where they ended it. */
  public static Markdown typed(String text) {
    return new Markdown(text, AS_TYPED, Markdown::outside);
  }

  /** An address of elsewhere; empty where it is none. */
  public static String outside(String link) {
    return link.matches("(?is)https?://[^\\s/].*") ? link : "";
  }

  /** The words alone, on one line. */
  public static String plain(String text) {
    String shown = Say.cut(text, LONGEST);
    if (shown.matches("[\\p{L}\\d ,;:.'\"?!()/-]*")) {
      return shown;
    }
    Node document = PARSER.parse(shown);
    document.accept(new Harmless(_ -> ""));
    document.accept(new Uncoded());
    return PLAIN.render(document).replaceAll("\\s+", " ").strip();
  }

  /** Code without the quotes that it would get. */
  private static final class Uncoded extends AbstractVisitor {
    @Override
    public void visit(Code code) {
      code.insertAfter(new Text(code.getLiteral()));
      code.unlink();
    }
  }

  /** The first sentence of its words, for where only a line fits. */
  public static String sentence(String text) {
    String words = plain(text);
    int end = 0;
    while (end < words.length() && !isEnd(words, end)) {
      end++;
    }
    return Say.cut(words.substring(0, Math.min(words.length(), end + 1)), SENTENCE);
  }

  private static boolean isEnd(String words, int at) {
    boolean point = ".!?".indexOf(words.charAt(at)) >= 0;
    return point && words.startsWith(" ", at + 1) && at > 10;
  }

  /** The HTML, which holds nothing that a browser runs or fetches. */
  public String html() {
    return html;
  }

  /** Whether there is more of it than is shown. */
  public boolean isCut() {
    return isCut;
  }

  private static HtmlRenderer renderer(String softBreak) {
    return HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).softbreak(softBreak).build();
  }
}
