package pilothouse.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Telling;

/** Declares which way is better for a measured number, and whose it is: by form and by program. */
final class MeaningPages {
  private static final int LONGEST = 200;
  private final Supplier<Ground> ground;
  private final MeasuredPages measured;

  MeaningPages(Supplier<Ground> ground, MeasuredPages measured) {
    this.ground = ground;
    this.measured = measured;
  }

  List<Route> routes() {
    return List.of(
        Route.change("/measured/{metric}", this::form).at(AddressWords::where),
        Route.change("/api/v1/metrics/{id}", this::sent)
            .at(AddressWords::where)
            .telling(
                Telling.of("Declares which way is better for a measured number, and whose it is")
                    .needs("scope", "organisation, system:NAME, team:NAME or repository:NAME")
                    .takes(Said.class)
                    .gives(Kept.class)));
  }

  /**
   * What somebody declares; it holds instead of all that was declared before.
   *
   * @param better up, down or neither
   * @param owner a team or a person, by name or id; without it the number is nobody's
   */
  public record Said(String better, @Nullable String owner) {}

  /** What holds from now on; the owner by id. */
  public record Kept(String metric, String scope, String better, @Nullable String owner) {}

  private Answer form(Request request) {
    MeasuredPages.Found found = measured.found(request, "metric");
    declare(request, found, Sent.form(request, LONGEST));
    return new Answer.Redirect(found.sight().form());
  }

  private Answer sent(Request request) {
    MeasuredPages.Found found = measured.found(request, "id");
    Meaning said = declare(request, found, Sent.json(request, Said.class));
    MeasuredSight of = found.sight();
    String owner = said.owner().isEmpty() ? null : said.owner();
    return new Answer.Json(new Kept(of.metric(), of.scope(), said.word(), owner));
  }

  private Meaning declare(Request request, MeasuredPages.Found found, Sent sent) {
    MeasuredSight of = found.sight();
    if (!of.isDeclarable()) {
      throw Refused.unfit(
          Texts.say("delivery.meaning.worked-out", of.metric()),
          Texts.say("delivery.meaning.worked-out.mend"));
    }
    var _ = sent.needed("better", LONGEST);
    String better = sent.among("better", Meaning.WORDS);
    Meaning before = found.meaning();
    Meaning said = Meaning.of(better, owner(sent.text("owner", LONGEST), before.owner()));
    if (!said.equals(before)) {
      Who by = Who.of(request.caller());
      var at = ground.get().clock().instant();
      Subject subject =
          Subject.of(
                  "metric",
                  Texts.say("delivery.measured-pages.of", of.metric(), of.says()),
                  of.form())
              .in(of.place());
      Entry entry =
          Entry.of(at, by, "metric declared", subject, "").changing(told(before), told(said));
      new Meanings(ground.get().storage())
          .say(new Gauge(of.metric(), of.scope()), said, at, by, entry);
    }
    return said;
  }

  private String owner(String typed, String before) {
    Owners owners = ground.get().owners();
    if (typed.isEmpty() || (!before.isEmpty() && typed.equals(owners.name(before)))) {
      return typed.isEmpty() ? "" : before;
    }
    return owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }

  private Map<String, String> told(Meaning meaning) {
    String owner = meaning.owner();
    return Map.of(
        "better",
        meaning.word(),
        "owner",
        owner.isEmpty() ? "" : ground.get().owners().name(owner));
  }
}
