package pilothouse.metrics;

/** Wordings of the metrics of delivery: id, engineer, product, leadership, decision. */
final class WordingsOfDelivery {
  static final String TEXT =
      """
      change-lead-time
      Half of the commits took less than %s from being written to running in production.
      Half of what we finish reaches users within %s of being written.
      From a finished idea in code to users it usually takes %s.
      Where the way to production waits longest, and whether to shorten that stage next.

      change-lead-time-p90
      Nine of ten commits took less than %s from being written to running in production.
      Nine of ten finished changes reach users within %s.
      The slow cases take more than %s to reach users.
      Whether to look at what holds the slowest changes before looking at the usual ones.

      deployment-frequency
      Successful production deployments: %s.
      Deliveries that reach users: %s.
      How often we change what customers see: %s.
      Whether batches are small enough, or deploying costs too much to do it often.

      deployment-gap
      The next production deployment usually came %s after the one before.
      Users usually wait %s for the next delivery.
      Between two deliveries there are usually %s.
      Whether to deploy at fixed times or whenever something is ready.

      failed-deployment-recovery-time
      Half of the failed deployments were mended within %s of their finish.
      When a delivery breaks something, users are usually served again within %s.
      After a delivery that fails, service is usually back within %s.
      Whether to invest in rolling back faster, or in finding faults sooner.

      failed-deployment-recovery-time-p90
      Nine of ten failed deployments were mended within %s of their finish.
      When a delivery breaks something badly, users may wait %s.
      The hard cases of a failed delivery take %s to mend.
      Whether the hardest recoveries need a runbook or an exercise.

      change-fail-rate
      %s of the production deployments failed, caused an incident, were rolled back or needed a hotfix.
      %s of the deliveries broke something that had to be mended at once.
      %s of the deliveries went wrong for customers.
      Whether to slow down and test more, or whether there is room to go faster.

      deployment-rework-rate
      %s of the production deployments were unplanned, made because of an incident.
      %s of the deliveries mended something instead of bringing something new.
      %s of the deliveries repaired what earlier ones broke.
      How much of the capacity to plan for mending, and whether quality has to come first.

      first-review-latency
      Half of the change requests got their first review within %s of being ready.
      Finished work usually waits %s until a colleague looks at it.
      Work usually waits %s for a second pair of eyes.
      Whether to agree on times for reviews, or on smaller change requests.

      first-review-latency-p90
      Nine of ten change requests got their first review within %s of being ready.
      Some finished work waits %s and more until a colleague looks at it.
      The work that waits longest for a second pair of eyes waits %s.
      Whether some parts of the code need more people who may review them.

      review-rounds
      Rounds that a reviewed change request usually went through: %s.
      How often a piece of work usually goes to its reviewers: %s.
      Attempts until work usually passes review: %s.
      Whether to talk about a design before the code is written.

      time-in-review
      From first review to approval a change request usually took %s.
      Once a review has begun, it usually takes %s.
      Checking a change usually takes %s from the first look to the yes.
      Whether reviews should come in one sitting, or the changes should be smaller.

      merge-latency
      An approved change request was usually merged after %s.
      Approved work usually waits %s until it joins the product.
      Work that is approved usually lies for %s.
      Whether to merge automatically, or to speed up what has to pass before.

      change-request-size
      A merged change request usually had %s changed.
      A usual piece of work has %s changed.
      Work comes in pieces of usually %s.
      Whether to cut work into smaller pieces.

      change-request-files
      A merged change request usually touched this many files: %s.
      A usual piece of work touches this many files: %s.
      A usual change spreads over this many files: %s.
      Whether the structure of the code makes simple changes wide.

      open-change-age
      The change requests that are open now have usually waited %s.
      Work that has begun and is not finished has usually waited %s.
      Begun work has usually been lying for %s.
      Whether to finish or close what is open before starting more.

      merged-within-a-day
      %s of the change requests were merged within 24 hours of their first commit.
      %s of the work joins the product within a day of its beginning.
      %s of the work flows through within a day.
      Whether to work in smaller steps on the trunk.

      pipeline-success-rate
      %s of the pipeline runs succeeded.
      %s of the automatic checks said yes.
      %s of the automatic checks pass.
      Whether to mend the checks before adding new ones.

      pipeline-duration
      A pipeline run usually took %s.
      The automatic checks of a change usually take %s.
      Automatic checks usually answer within %s.
      Whether faster checks are worth their cost.

      pipeline-duration-p90
      Nine of ten pipeline runs took less than %s.
      On a bad day the automatic checks of a change take %s.
      The slow automatic checks take %s.
      Whether to add machines, or to look at the slowest jobs.

      flaky-jobs
      Jobs that both succeeded and failed on the same commit: %s.
      Automatic checks that cannot be believed: %s.
      Checks that raise false alarms: %s.
      Which checks to mend or to take out of the way first.

      flaky-tests
      Tests that both passed and failed on the same commit: %s.
      Automatic tests that cannot be believed: %s.
      Tests that raise false alarms: %s.
      Which tests to mend or to set aside first.

      slowest-suites
      The slowest suite of tests usually runs for %s.
      The tests that everybody waits for usually take %s.
      The slowest group of tests usually takes %s.
      Which tests to split or to speed up first.

      coverage-lines
      Tests run through %s of the lines.
      Automatic tests run through %s of the product's code.
      %s of the code runs under automatic tests.
      Where a change needs more tests before it is safe.

      coverage-branches
      Tests run through %s of the branches.
      Automatic tests run through %s of the product's decisions in code.
      %s of the cases in the code run under automatic tests.
      Where tests miss the unusual cases.

      incidents
      Incidents detected in the period: %s.
      This often something broke for users in the period: %s.
      Disturbances of the service in the period: %s.
      Whether stability has to come before new work.
      """;

  private WordingsOfDelivery() {}
}
