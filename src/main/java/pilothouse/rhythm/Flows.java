package pilothouse.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** The list of core flows: which signals show each, and when they were seen last. */
record Flows(Deck deck) {
  List<Flow> all() {
    return deck.storage()
        .read(rows ->
            rows.createQuery(
                    "select id, title, place from flow where ended_at is null order by title, id")
                .map((row, context) -> {
                  String id = row.getString("id");
                  List<Flow.Signal> signals =
                      rows.createQuery(
                              """
                              select id, gauge, days, at from flow_signal
                              where flow = :flow and ended_at is null order by gauge, id
                              """)
                          .bind("flow", id)
                          .map((one, inner) ->
                              new Flow.Signal(
                                  one.getString("id"),
                                  one.getString("gauge"),
                                  one.getInt("days"),
                                  Instants.parse(one.getString("at"))))
                          .list();
                  return new Flow(id, row.getString("title"), row.getString("place"), signals);
                })
                .list());
  }

  List<Flow> seen(Caller caller) {
    return all().stream().filter(one -> caller.sees(one.where())).toList();
  }

  Optional<Flow> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** A signal with when it was seen last: silent since it was listed where it never was. */
  Flow.Seen look(Flow.Signal signal) {
    Instant newest =
        Gauge.parse(signal.gauge()).map(gauge -> deck.read(gauge).newest()).orElse(null);
    Instant from = newest == null ? signal.since() : newest;
    boolean dead = from.plus(Duration.ofDays(signal.days())).isBefore(deck.now());
    return new Flow.Seen(signal, newest, dead);
  }

  Flow add(String title, Where place, Who who) {
    Words.single(title, place, all().stream().map(one -> Map.entry(one.where(), one.title())));
    Flow made = new Flow(UUID.randomUUID().toString(), title, place.text(), List.of());
    Instant now = deck.now();
    return deck.storage()
        .write(rows -> {
          rows.execute(
              "insert into flow (id, title, place, at, who, who_name, ended_at)"
                  + " values (?, ?, ?, ?, ?, ?, null)",
              made.id(),
              title,
              made.place(),
              Instants.text(now),
              who.id(),
              who.name());
          Journal.write(rows, noted(made).entry(now, who, "flow listed", ""));
          return made;
        });
  }

  void watch(Flow flow, Gauge gauge, int days, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              "update flow_signal set ended_at = ? where flow = ? and gauge = ? and ended_at is null",
              Instants.text(now),
              flow.id(),
              gauge.text());
          rows.execute(
              "insert into flow_signal (id, flow, gauge, days, at, ended_at)"
                  + " values (?, ?, ?, ?, ?, null)",
              UUID.randomUUID().toString(),
              flow.id(),
              gauge.text(),
              days,
              Instants.text(now));
          Journal.write(rows, noted(flow).entry(now, who, "flow signal added", gauge.text()));
          return true;
        });
  }

  void end(Flow flow, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute("update flow set ended_at = ? where id = ?", Instants.text(now), flow.id());
          Journal.write(rows, noted(flow).entry(now, who, "flow ended", ""));
          return true;
        });
  }

  private static Noted noted(Flow flow) {
    return new Noted("flow", flow.title(), "/flows", flow.where());
  }
}
