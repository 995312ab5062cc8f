package pilothouse.evidence.facts;

import java.time.Instant;

/** Tells the facts of each kind component by component, in the order of their columns. */
final class Telling {
  private Telling() {}

  static void tell(Deployment fact, Out out) {
    out.word(fact.service());
    out.word(fact.repository());
    out.revision(fact.revision());
    out.word(fact.branch());
    out.word(fact.environment());
    out.flag(fact.production());
    out.at(fact.startedAt());
    out.at(fact.finishedAt());
    out.choice(fact.outcome());
    out.flag(fact.unplanned());
    out.text(fact.url());
  }

  static void tell(ChangeRequest fact, Out out) {
    out.word(fact.repository());
    out.whole(fact.number());
    out.text(fact.title());
    out.person(fact.author());
    out.text(fact.branch());
    out.word(fact.target());
    out.revision(fact.headRevision());
    out.revision(fact.mergeRevision());
    out.at(fact.openedAt());
    out.at(fact.readyAt());
    out.at(fact.firstReviewAt());
    out.at(fact.mergedAt());
    out.at(fact.closedAt());
    out.flag(fact.open());
    out.flag(fact.draft());
    out.whole(fact.added());
    out.whole(fact.deleted());
    out.whole(fact.files());
    out.words(fact.labels());
    out.commits(fact.commits());
    out.text(fact.url());
  }

  static ChangeRequest change(String key, Instant saidAt, In in) {
    return new ChangeRequest(
        key,
        saidAt,
        in.word(),
        In.sure(in.whole()),
        in.text(),
        in.person(),
        in.text(),
        in.word(),
        in.revision(),
        in.revision(),
        in.at(),
        in.at(),
        in.at(),
        in.at(),
        in.at(),
        in.flag(),
        in.flag(),
        in.whole(),
        in.whole(),
        in.whole(),
        in.words(),
        in.commits(),
        in.text());
  }

  static void tell(Review fact, Out out) {
    out.text(fact.change());
    out.person(fact.reviewer());
    out.choice(fact.state());
    out.at(fact.submittedAt());
  }

  static void tell(Build fact, Out out) {
    out.word(fact.service());
    out.word(fact.repository());
    out.revision(fact.revision());
    out.word(fact.branch());
    out.word(fact.name());
    out.word(fact.job());
    out.whole(fact.attempt());
    out.at(fact.startedAt());
    out.at(fact.finishedAt());
    out.choice(fact.outcome());
    out.text(fact.url());
  }

  static void tell(Incident fact, Out out) {
    out.word(fact.service());
    out.word(fact.repository());
    out.text(fact.title());
    out.word(fact.severity());
    out.at(fact.detectedAt());
    out.at(fact.resolvedAt());
    out.flag(fact.open());
    out.text(fact.causedBy());
    out.text(fact.url());
  }

  static void tell(Measurement fact, Out out) {
    out.word(fact.metric());
    out.word(fact.scope());
    out.at(fact.at());
    out.real(fact.value());
    out.word(fact.unit());
  }

  static void tell(TestCase fact, Out out) {
    out.word(fact.service());
    out.word(fact.repository());
    out.revision(fact.revision());
    out.word(fact.run());
    out.word(fact.suite());
    out.word(fact.name());
    out.choice(fact.result());
    out.real(fact.seconds());
    out.at(fact.at());
  }

  static void tell(Push fact, Out out) {
    out.word(fact.repository());
    out.word(fact.branch());
    out.flag(fact.main());
    out.revision(fact.before());
    out.revision(fact.after());
    out.at(fact.at());
    out.commits(fact.commits());
  }

  static void tell(Artifact fact, Out out) {
    out.word(fact.repository());
    out.revision(fact.revision());
    out.text(fact.change());
    out.text(fact.chain());
  }

  static void tell(WorkItem fact, Out out) {
    out.word(fact.service());
    out.word(fact.repository());
    out.word(fact.number());
    out.text(fact.title());
    out.flag(fact.open());
    out.choice(fact.reason());
    out.words(fact.labels());
    out.word(fact.milestone());
    out.word(fact.type());
    out.at(fact.openedAt());
    out.at(fact.closedAt());
    out.words(fact.changes());
    out.text(fact.url());
  }

  static WorkItem work(String key, Instant saidAt, In in) {
    return new WorkItem(
        key,
        saidAt,
        in.word(),
        in.word(),
        in.word(),
        in.text(),
        in.flag(),
        in.choice(WorkItem.Reason.values()),
        in.words(),
        in.word(),
        in.word(),
        in.at(),
        in.at(),
        in.words(),
        in.text());
  }
}
