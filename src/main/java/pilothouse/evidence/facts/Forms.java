package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of all kinds. */
final class Forms {
  static final Form<Deployment> DEPLOYMENTS =
      new Form<>(
          "deployment",
          Deployment.class,
          columns(
              "service repository revision branch environment production started_at finished_at"
                  + " outcome unplanned url"),
          Forms::tell,
          (key, saidAt, in) ->
              new Deployment(
                  key,
                  saidAt,
                  in.word(),
                  in.word(),
                  in.revision(),
                  in.word(),
                  in.word(),
                  in.flag(),
                  in.at(),
                  in.at(),
                  in.choice(Outcome.values()),
                  in.flag(),
                  in.text()),
          fact -> Place.of(fact.service(), Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.finishedAt(), fact.startedAt()));

  static final Form<ChangeRequest> CHANGES =
      new Form<>(
          "change_request",
          ChangeRequest.class,
          columns(
              "repository number title author branch target head_revision merge_revision opened_at"
                  + " ready_at first_review_at merged_at closed_at draft added deleted files labels"
                  + " commits url"),
          Forms::tell,
          Forms::change,
          fact -> Place.of(null, Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.openedAt(), fact.readyAt(), fact.mergedAt(), fact.closedAt()));

  static final Form<Review> REVIEWS =
      new Form<>(
          "review",
          Review.class,
          columns("change reviewer state submitted_at"),
          Forms::tell,
          (key, saidAt, in) ->
              new Review(
                  key, saidAt, in.text(), in.person(), in.choice(Review.State.values()), in.at()),
          fact ->
              Place.of(null, Place.repository(Place.repository(null, fact.change()), fact.key())),
          Review::submittedAt);

  static final Form<Build> BUILDS =
      new Form<>(
          "build",
          Build.class,
          columns("repository revision branch name job attempt started_at finished_at outcome url"),
          Forms::tell,
          (key, saidAt, in) ->
              new Build(
                  key,
                  saidAt,
                  in.word(),
                  in.revision(),
                  in.word(),
                  in.word(),
                  in.word(),
                  in.whole(),
                  in.at(),
                  in.at(),
                  in.choice(Outcome.values()),
                  in.text()),
          fact -> Place.of(null, Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.startedAt(), fact.finishedAt()));

  static final Form<Incident> INCIDENTS =
      new Form<>(
          "incident",
          Incident.class,
          columns("service repository title severity detected_at resolved_at open caused_by url"),
          Forms::tell,
          (key, saidAt, in) ->
              new Incident(
                  key, saidAt, in.word(), in.word(), in.text(), in.word(), in.at(), in.at(),
                  in.flag(), in.text(), in.text()),
          fact -> Place.of(fact.service(), Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.detectedAt(), fact.resolvedAt()));

  static final Form<Measurement> MEASUREMENTS =
      new Form<>(
          "measurement",
          Measurement.class,
          columns("metric scope at value unit"),
          Forms::tell,
          (key, saidAt, in) ->
              new Measurement(
                  key,
                  saidAt,
                  In.sure(in.word()),
                  In.sure(in.word()),
                  In.sure(in.at()),
                  In.sure(in.real()),
                  in.word()),
          fact -> scope(fact.scope()),
          Measurement::at);

  static final Form<TestCase> TESTS =
      new Form<>(
          "test_case",
          TestCase.class,
          columns("repository revision run suite name result seconds at"),
          Forms::tell,
          (key, saidAt, in) ->
              new TestCase(
                  key,
                  saidAt,
                  in.word(),
                  in.revision(),
                  In.sure(in.word()),
                  In.sure(in.word()),
                  In.sure(in.word()),
                  In.sure(in.choice(TestCase.Result.values())),
                  in.real(),
                  In.sure(in.at())),
          fact -> Place.of(null, Place.repository(fact.repository(), fact.key())),
          TestCase::at);

  static final Form<Push> PUSHES =
      new Form<>(
          "push",
          Push.class,
          columns("repository branch main before after at commits"),
          Forms::tell,
          (key, saidAt, in) ->
              new Push(
                  key,
                  saidAt,
                  in.word(),
                  In.sure(in.word()),
                  in.flag(),
                  in.revision(),
                  In.sure(in.revision()),
                  In.sure(in.at()),
                  in.commits()),
          fact -> Place.of(null, Place.repository(fact.repository(), fact.key())),
          Push::at);

  static final Form<Artifact> ARTIFACTS =
      new Form<>(
          "artifact",
          Artifact.class,
          columns("repository revision change chain"),
          Forms::tell,
          (key, saidAt, in) ->
              new Artifact(key, saidAt, in.word(), in.revision(), in.text(), in.text()),
          fact -> Place.NOWHERE,
          fact -> null);

  static final List<Form<?>> ALL =
      List.of(
          DEPLOYMENTS, CHANGES, REVIEWS, BUILDS, INCIDENTS, MEASUREMENTS, TESTS, PUSHES, ARTIFACTS);

  private Forms() {}

  /** The form of the kind that a fact is of. */
  @SuppressWarnings("unchecked") // Each case gives the form of its type.
  static <F extends Fact> Form<F> of(F fact) {
    Form<?> form =
        switch (fact) {
          case Deployment _ -> DEPLOYMENTS;
          case ChangeRequest _ -> CHANGES;
          case Review _ -> REVIEWS;
          case Build _ -> BUILDS;
          case Incident _ -> INCIDENTS;
          case Measurement _ -> MEASUREMENTS;
          case TestCase _ -> TESTS;
          case Push _ -> PUSHES;
          case Artifact _ -> ARTIFACTS;
        };
    return (Form<F>) form;
  }

  /** The form of the kind. */
  @SuppressWarnings("unchecked") // The form's own type is compared.
  static <F extends Fact> Form<F> of(Class<F> type) {
    for (Form<?> form : ALL) {
      if (form.type() == type) {
        return (Form<F>) form;
      }
    }
    throw new IllegalArgumentException("no kind of fact: " + type);
  }

  private static List<String> columns(String names) {
    return List.of(names.split(" "));
  }

  private static void tell(Deployment fact, Out out) {
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

  private static void tell(ChangeRequest fact, Out out) {
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
    out.flag(fact.draft());
    out.whole(fact.added());
    out.whole(fact.deleted());
    out.whole(fact.files());
    out.words(fact.labels());
    out.commits(fact.commits());
    out.text(fact.url());
  }

  private static ChangeRequest change(String key, Instant saidAt, In in) {
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
        in.whole(),
        in.whole(),
        in.whole(),
        in.words(),
        in.commits(),
        in.text());
  }

  private static void tell(Review fact, Out out) {
    out.text(fact.change());
    out.person(fact.reviewer());
    out.choice(fact.state());
    out.at(fact.submittedAt());
  }

  private static void tell(Build fact, Out out) {
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

  private static void tell(Incident fact, Out out) {
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

  private static void tell(Measurement fact, Out out) {
    out.word(fact.metric());
    out.word(fact.scope());
    out.at(fact.at());
    out.real(fact.value());
    out.word(fact.unit());
  }

  private static void tell(TestCase fact, Out out) {
    out.word(fact.repository());
    out.revision(fact.revision());
    out.word(fact.run());
    out.word(fact.suite());
    out.word(fact.name());
    out.choice(fact.result());
    out.real(fact.seconds());
    out.at(fact.at());
  }

  private static void tell(Push fact, Out out) {
    out.word(fact.repository());
    out.word(fact.branch());
    out.flag(fact.main());
    out.revision(fact.before());
    out.revision(fact.after());
    out.at(fact.at());
    out.commits(fact.commits());
  }

  private static void tell(Artifact fact, Out out) {
    out.word(fact.repository());
    out.revision(fact.revision());
    out.text(fact.change());
    out.text(fact.chain());
  }

  private static Place scope(String scope) {
    if (scope.startsWith("system:")) {
      return Place.of(scope.substring(7), null);
    }
    return scope.startsWith("repository:") ? Place.of(null, scope.substring(11)) : Place.NOWHERE;
  }

  private static @Nullable Instant first(@Nullable Instant... candidates) {
    for (Instant candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    return null;
  }
}
