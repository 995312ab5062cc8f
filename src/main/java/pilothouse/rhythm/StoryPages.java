package pilothouse.rhythm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Telling;

/** What is published, in four forms out of one source: page, chat, slide, print. */
final class StoryPages {
  private final Supplier<Deck> deck;

  StoryPages(Supplier<Deck> deck) {
    this.deck = deck;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(forms("/briefs", this::issued));
    all.addAll(forms("/stories", this::sheet));
    all.add(
        Route.read("/stories/{story}", request -> page(request, found(request, this::sheet)))
            .anywhere());
    all.addAll(
        Alike.change(
            "/stories/{story}/told",
            "Writes down that an audience was told",
            ToldWanted.class,
            ToldOnce.class,
            this::tell));
    return all;
  }

  private List<Route> forms(String base, Function<Request, Optional<Story>> finds) {
    String path = base + "/{story}";
    return List.of(
        Route.read(path + "/print", request -> print(leaf(found(request, finds), request)))
            .anywhere(),
        Route.read(path + "/slide", request -> slide(found(request, finds), request)).anywhere(),
        Route.read(path + "/chat", request -> chat(found(request, finds), request))
            .anywhere()
            .telling(
                Telling.of("The same in five lines")
                    .with("version", "which version; without it the newest")
                    .as("text/plain; charset=utf-8")));
  }

  /** What was published of a brief last, or in the version that the address names. */
  private Optional<Story> issued(Request request) {
    String version = request.query("version");
    return new Briefs(deck.get())
        .issues(request.part("story")).stream()
            .filter(story -> version == null || story.version().equals(version))
            .findFirst();
  }

  private Optional<Story> sheet(Request request) {
    String version = request.query("version");
    return deck.get().sheets().get().stream()
        .filter(story -> story.id().equals(request.part("story")))
        .filter(story -> version == null || story.version().equals(version))
        .findFirst();
  }

  private static Story found(Request request, Function<Request, Optional<Story>> finds) {
    return finds
        .apply(request)
        .filter(story -> request.caller().sees(story.where()))
        .orElseThrow(Words::gone);
  }

  private Leaf leaf(Story story, Request request) {
    return Leaf.of(deck.get(), story, address(request));
  }

  private static Answer print(Leaf story) {
    boolean isLong = Slide.needsTwoPages(story);
    return Answer.page("rhythm/print", story.title(), Map.of("story", story, "isLong", isLong));
  }

  private Answer slide(Story story, Request request) {
    Slide slide = Slide.of(leaf(story, request), story);
    return Answer.page(
        "rhythm/slide", story.title(), Map.of("slide", slide, "whole", whole(request)));
  }

  /** Where all of it is, as somebody types it who reads it from a wall. */
  private static String whole(Request request) {
    return (request.isSecure() ? "https://" : "http://") + request.host() + address(request);
  }

  private Answer chat(Story story, Request request) {
    String text = Leaf.chat(deck.get(), story, whole(request));
    return new Answer.Data("text/plain; charset=utf-8", "", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String address(Request request) {
    return request.path().replaceFirst("/[^/]*$", "");
  }

  private Answer page(Request request, Story story) {
    return new StoryBoard(deck.get(), request.caller()).page(story, "/stories/" + story.id());
  }

  private Alike.Made tell(Request request, Sent sent) {
    Story story =
        sheet(request)
            .or(() -> issued(request))
            .filter(one -> request.caller().sees(one.where()))
            .orElseThrow(Words::gone);
    Audience audience =
        new Audiences(deck.get())
            .find(sent.needed("audience", 60))
            .filter(one -> request.caller().sees(one.where()))
            .orElseThrow(() ->
                pilothouse.web.Refused.unfit(
                        Texts.say("rhythm.audience.no-such"),
                        Texts.say("rhythm.audience.choose-one"))
                    .at("audience"));
    new Words(deck.get(), request.caller()).mayChange(audience.where());
    String way = sent.among("way", Audience.WAYS, Audience.WAYS.getFirst());
    var day = sent.past("day", deck.get().today());
    new Audiences(deck.get()).tell(audience, story, way, day, Who.of(request.caller()));
    String base = story.topic().equals("brief") ? "/briefs/" : "/stories/";
    return new Alike.Made(
        base + story.id(),
        new ToldOnce(
            audience.title(), story.topic(), story.title(), story.version(), way, day.toString()));
  }
}
