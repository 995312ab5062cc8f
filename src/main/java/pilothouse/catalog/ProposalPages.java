package pilothouse.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.systems.ProposalWords;
import pilothouse.systems.ProposalWords.Word;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** What repositories propose, to be accepted, followed or turned down. */
final class ProposalPages {
  private final Supplier<Kept> source;

  ProposalPages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/proposals", this::all),
        Route.change("/proposals", this::answer),
        Route.read("/api/v1/proposals", this::json)
            .telling(
                Telling.of("What repositories propose: systems and teams.")
                    .givesMany(Proposal.class)));
  }

  private Answer json(Request request) {
    return new Answer.Json(new Proposals(source.get()).all());
  }

  private Answer all(Request request) {
    Kept kept = source.get();
    Proposals proposals = new Proposals(kept);
    ProposalWords words = kept.catalogue().words();
    return Answer.page(
        "catalog/proposals",
        Texts.say("catalog.proposal-pages.proposals"),
        Map.of(
            "proposals", proposals.all(),
            "gone", proposals.gone(),
            "followed", sorted(words.followed()),
            "dismissed", sorted(words.dismissed()),
            "repositories", kept.systems().all().size()));
  }

  private static List<Word> sorted(java.util.Set<Word> words) {
    return words.stream()
        .sorted(java.util.Comparator.comparing(Word::repository).thenComparing(Word::what))
        .toList();
  }

  private Answer answer(Request request) {
    Kept kept = source.get();
    Word word = new Word(request.needed("repository"), request.needed("what"));
    String why = request.typed("why");
    ProposalWords words = kept.catalogue().words();
    String say = request.needed("say");
    switch (say) {
      case "accept", "follow" -> {
        Receipt receipt =
            new Proposals(kept).accept(word, say.equals("follow"), Forms.said(request, why));
        return FilePages.receipt(receipt, "/proposals", "Proposals");
      }
      case "dismiss" -> words.dismiss(word, Forms.said(request, why));
      case "recall" -> words.recall(word, Forms.said(request, why));
      case "unfollow" -> words.unfollow(word, Forms.said(request, why));
      default ->
          throw Refused.bad(
              Texts.say("catalog.proposal-pages.is-no-answer", say),
              Texts.say("catalog.proposal-pages.use-the-buttons-of"));
    }
    return new Answer.Redirect("/proposals");
  }
}
