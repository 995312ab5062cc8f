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
          Telling::tell,
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
                  + " ready_at first_review_at merged_at closed_at open draft added deleted files labels"
                  + " commits url"),
          Telling::tell,
          Telling::change,
          fact -> Place.of(null, Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.openedAt(), fact.readyAt(), fact.mergedAt(), fact.closedAt()));

  static final Form<Review> REVIEWS =
      new Form<>(
          "review",
          Review.class,
          columns("change reviewer state submitted_at"),
          Telling::tell,
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
          columns(
              "service repository revision branch name job attempt started_at finished_at outcome url"),
          Telling::tell,
          (key, saidAt, in) ->
              new Build(
                  key,
                  saidAt,
                  in.word(),
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
          fact -> Place.of(fact.service(), Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.startedAt(), fact.finishedAt()));

  static final Form<Incident> INCIDENTS =
      new Form<>(
          "incident",
          Incident.class,
          columns("service repository title severity detected_at resolved_at open caused_by url"),
          Telling::tell,
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
          Telling::tell,
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
          columns("service repository revision run suite name result seconds at"),
          Telling::tell,
          (key, saidAt, in) ->
              new TestCase(
                  key,
                  saidAt,
                  in.word(),
                  in.word(),
                  in.revision(),
                  In.sure(in.word()),
                  In.sure(in.word()),
                  In.sure(in.word()),
                  In.sure(in.choice(TestCase.Result.values())),
                  in.real(),
                  In.sure(in.at())),
          fact -> Place.of(fact.service(), Place.repository(fact.repository(), fact.key())),
          TestCase::at);

  static final Form<Push> PUSHES =
      new Form<>(
          "push",
          Push.class,
          columns("repository branch main before after at commits"),
          Telling::tell,
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
          Telling::tell,
          (key, saidAt, in) ->
              new Artifact(key, saidAt, in.word(), in.revision(), in.text(), in.text()),
          fact -> Place.NOWHERE,
          fact -> null);

  static final Form<WorkItem> WORK =
      new Form<>(
          "work_item",
          WorkItem.class,
          columns(
              "service repository number title open reason labels milestone type opened_at"
                  + " closed_at changes url"),
          Telling::tell,
          Telling::work,
          fact -> Place.of(fact.service(), Place.repository(fact.repository(), fact.key())),
          fact -> first(fact.openedAt(), fact.closedAt()));

  static final List<Form<?>> ALL =
      List.of(
          DEPLOYMENTS,
          CHANGES,
          REVIEWS,
          BUILDS,
          INCIDENTS,
          MEASUREMENTS,
          TESTS,
          PUSHES,
          ARTIFACTS,
          WORK);

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
          case WorkItem _ -> WORK;
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

  static Place scope(String scope) {
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
