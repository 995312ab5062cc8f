package pilothouse.text;

import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Takes out of a text what would fetch anything or lead astray, and puts headings lower. */
final class Harmless extends AbstractVisitor {
  private static final int BELOW = 2;
  private static final int LOWEST = 6;
  private final UnaryOperator<String> ways;

  Harmless(UnaryOperator<String> ways) {
    this.ways = ways;
  }

  @Override
  public void visit(Heading heading) {
    heading.setLevel(Math.min(LOWEST, heading.getLevel() + BELOW));
    visitChildren(heading);
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    led(link, link.getDestination());
  }

  /** A picture is fetched from nowhere: its words lead to it. */
  @Override
  public void visit(Image image) {
    visitChildren(image);
    Link link = new Link(image.getDestination(), image.getTitle());
    move(image, link);
    image.insertAfter(link);
    image.unlink();
    led(link, image.getDestination());
  }

  private void led(Link link, String destination) {
    String way = ways.apply(destination);
    if (way.isEmpty()) {
      Node words = link;
      while (link.getFirstChild() != null) {
        Node child = link.getFirstChild();
        words.insertAfter(child);
        words = child;
      }
      link.unlink();
    } else {
      link.setDestination(way);
    }
  }

  private static void move(Node from, Node to) {
    while (from.getFirstChild() != null) {
      to.appendChild(from.getFirstChild());
    }
  }

  /** What nobody is to read. */
  @Override
  public void visit(HtmlBlock block) {
    String html = block.getLiteral().strip();
    if (html.startsWith("<!--") && html.endsWith("-->")) {
      block.unlink();
    }
  }

  @Override
  public void visit(HtmlInline inline) {
    String html = inline.getLiteral();
    if (html.matches("(?i)<br\\s*/?>")) {
      inline.insertAfter(new HardLineBreak());
      inline.unlink();
    } else if (html.startsWith("<!--")) {
      inline.unlink();
    }
  }
}
