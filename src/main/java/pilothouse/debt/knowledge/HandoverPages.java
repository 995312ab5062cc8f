package pilothouse.debt.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pilothouse.journal.Who;
import pilothouse.metrics.Knowledge;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.promises.Promises;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.View;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The single points of failure of a repository, and one click that promises to end one. */
final class HandoverPages {
  private static final int LATEST = 2_000;
  private static final String PATH = "/systems/{repository}/knowledge";
  private final Handovers handovers;

  HandoverPages(Handovers handovers) {
    this.handovers = handovers;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::show).ofRepository("repository"),
        Route.say(PATH, this::promise).ofRepository("repository"));
  }

  /** What promises about a repository are about, and its folder after it. */
  private static String subject(String repository) {
    return "knowledge:" + repository + ":";
  }

  static String folder(String subject, String repository) {
    return subject.substring(subject(repository).length());
  }

  private Answer show(Request request) {
    View view = handovers.views().view(request);
    Knowledge known = handovers.knowledge().apply(view);
    String repository = view.scope().repository();
    List<Measured> promised =
        handovers.promises().get().latest(Handovers.KIND.word(), LATEST).stream()
            .filter(one -> one.subject().startsWith(subject(repository)))
            .map(one -> Measured.of(handovers, repository, one))
            .toList();
    return Answer.page(
        "debt/knowledge",
        Texts.say("debt.knowledge.title", view.says()),
        Map.of(
            "view",
            view,
            "points",
            SinglePoint.of(view, known),
            "isKnown",
            known.truckFactor() != null,
            "promised",
            promised,
            "ways",
            List.of(Way.values()),
            "named",
            request.caller().may(Permission.PEOPLE, Where.ANYWHERE)));
  }

  private synchronized Answer promise(Request request) {
    View view = handovers.views().view(request);
    Promises promises = handovers.promises().get();
    SinglePoint point = point(view, request.typed("part"));
    Way way =
        Way.of(request.typed("way"))
            .orElseThrow(() ->
                Refused.unfit(
                    Texts.say("debt.knowledge.no-way"), Texts.say("debt.knowledge.no-way.mend")));
    String subject = subject(view.scope().repository()) + point.folder();
    String what = Texts.say("debt.knowledge.what." + way.word(), name(view, point));
    String owner = owner(promises, request);
    mustBeNew(promises, subject, what, owner);
    LocalDate due =
        LocalDate.ofInstant(handovers.views().clock().instant(), handovers.views().zone())
            .plusDays(way.days());
    PromiseDraft draft =
        PromiseDraft.about(
                Handovers.KIND,
                what,
                owner,
                due,
                subject,
                view.base() + "/knowledge",
                Where.repository(view.scope().repository()))
            .because(
                Texts.say(
                    "debt.knowledge.why",
                    name(view, point),
                    Say.counted(point.people(), "person"),
                    Say.counted(point.files(), "file")),
                "")
            .shown(Texts.say("debt.knowledge.shows", name(view, point)));
    Promise made = promises.make(draft, Who.of(request.caller()));
    return new Answer.Redirect(made.address());
  }

  private SinglePoint point(View view, String folder) {
    return SinglePoint.of(view, handovers.knowledge().apply(view)).stream()
        .filter(one -> one.folder().equals(folder))
        .findFirst()
        .orElseThrow(() ->
            Refused.unfit(
                Texts.say("debt.knowledge.no-point", Say.cut(folder, 60)),
                Texts.say("debt.knowledge.no-point.mend")));
  }

  /** Nothing where that one does not owe the same already. */
  private static void mustBeNew(Promises promises, String subject, String what, String owner) {
    promises.about(subject).stream()
        .filter(one -> one.isOpen() && one.owner().equals(owner) && one.what().equals(what))
        .findFirst()
        .ifPresent(one -> {
          String name = promises.owners().name(owner);
          throw Refused.conflict(
              Texts.say("debt.knowledge.twice", name, Say.day(one.due()), one.what()),
              Texts.say("debt.knowledge.twice.mend"));
        });
  }

  private static String name(View view, SinglePoint point) {
    return point.folder().isEmpty() ? view.scope().repository() : point.folder();
  }

  /** Whoever asks, unless somebody else is named. */
  private static String owner(Promises promises, Request request) {
    Owners owners = promises.owners();
    String typed = request.typed("owner");
    return typed.isBlank()
        ? owners.find(request.caller().behind()).map(Owner::id).orElse("")
        : owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }
}
