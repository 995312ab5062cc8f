package pilothouse.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Phrase;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A sentence of a page with marks in it: links, code, and values that a template has drawn. Its
 * words come from the file of texts and are escaped; only the marks become HTML.
 */
public final class Marked implements Content {
  private final List<Phrase.Part> parts;
  private final @Nullable Object[] values;

  private Marked(Phrase phrase, @Nullable Object... values) {
    this.parts = phrase.parts();
    this.values = values;
  }

  /**
   * The words of a key.
   *
   * @param values for {@code {0}} and so on: texts, content of the template, addresses of links
   */
  public static Content marked(String key, @Nullable Object... values) {
    return new Marked(Texts.phrase(key), values);
  }

  /** The words of so many; {@code {0}} is the number. */
  public static Content markedCount(String key, long count, @Nullable Object... values) {
    @Nullable Object[] all = new @Nullable Object[values.length + 1];
    all[0] = Say.count(count);
    System.arraycopy(values, 0, all, 1, values.length);
    return new Marked(Texts.phrase(key, count), all);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    for (Phrase.Part part : parts) {
      switch (part.kind()) {
        case TEXT -> output.writeUserContent(part.text());
        case VALUE -> value(output, values[part.value()]);
        case LINK -> link(output, String.valueOf(values[part.value()]));
        case END_LINK -> output.writeContent("</a>");
        case CODE -> output.writeContent("<code>");
        case END_CODE -> output.writeContent("</code>");
        case STRONG -> output.writeContent("<b>");
        case END_STRONG -> output.writeContent("</b>");
      }
    }
  }

  private static void value(TemplateOutput output, @Nullable Object value) {
    if (value instanceof Content content) {
      output.writeUserContent(content);
    } else {
      output.writeUserContent(String.valueOf(value));
    }
  }

  private static void link(TemplateOutput output, String address) {
    output.writeContent("<a href=\"");
    context(output, "a", "href");
    output.writeUserContent(address);
    context(output, "a", null);
    output.writeContent("\">");
  }

  private static void context(TemplateOutput output, String tag, @Nullable String attribute) {
    if (output instanceof HtmlTemplateOutput html) {
      html.setContext(tag, attribute);
    }
  }
}
