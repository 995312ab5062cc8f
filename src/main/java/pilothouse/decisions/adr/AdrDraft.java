package pilothouse.decisions.adr;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A decision in words, to be written as a new file in the shape of MADR 4; what is empty is left
 * out.
 *
 * @param options of which the first chosen one is the choice
 * @param because why it was chosen; the whole outcome where none is
 */
public record AdrDraft(
    String title,
    String status,
    String date,
    List<String> decisionMakers,
    List<String> consulted,
    List<String> informed,
    String context,
    List<String> drivers,
    List<Option> options,
    String because,
    String consequences,
    String confirmation,
    String moreInformation) {
  public AdrDraft {
    title = Written.line(title);
    status = Written.line(status);
    date = Written.line(date);
    decisionMakers = Written.lines(decisionMakers);
    consulted = Written.lines(consulted);
    informed = Written.lines(informed);
    context = Written.text(context);
    drivers = Written.texts(drivers);
    options = List.copyOf(options);
    because = Written.text(because).strip();
    consequences = Written.text(consequences);
    confirmation = Written.text(confirmation);
    moreInformation = Written.text(moreInformation);
  }

  /** What a file says, as far as it says such things. */
  public static AdrDraft of(Adr adr) {
    return new Reading(adr).draft();
  }

  /** As a file. */
  public byte[] bytes() {
    return new Writing(this).text().getBytes(StandardCharsets.UTF_8);
  }

  /** As a file that is read. */
  public Adr written(String fileName) {
    return Adr.read(fileName, bytes());
  }
}
