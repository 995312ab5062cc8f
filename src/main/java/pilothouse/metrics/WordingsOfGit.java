package pilothouse.metrics;

/** Wordings of the metrics of git histories: id, engineer, product, leadership, decision. */
final class WordingsOfGit {
  static final String TEXT =
      """
      commits-per-week
      Commits that land: usually %s.
      Steps of work that land in the code: usually %s.
      The usual pace of work in the code: %s.
      Whether a sudden quiet or rush in the code has a reason that somebody should know.

      changes-per-week
      Changes that reach the main line: usually %s.
      Finished pieces of work: usually %s.
      The usual pace at which work is finished: %s.
      How much can be promised for the next weeks.

      change-size
      A usual commit changes %s.
      A usual step of the work changes %s.
      Work advances in steps of usually %s.
      Whether to work in smaller steps.

      change-size-p90
      One commit in ten changes more than %s.
      The largest steps of the work change more than %s.
      The largest steps are beyond %s.
      Which large changes to cut up before they are reviewed.

      change-files
      Files that a usual commit touches: %s.
      Files that a usual step of the work touches: %s.
      Files over which a usual change spreads: %s.
      Whether the structure of the code fits the work that is done in it.

      change-files-p90
      Files that the widest tenth of the commits touches at least: %s.
      Files that the widest steps of the work touch at least: %s.
      Files over which the widest changes spread at least: %s.
      Which parts of the code cannot be changed alone.

      trunk-based-share
      %s of the merged branches came back within a day.
      %s of the work that was done apart joined the rest within a day.
      %s of the work is brought together within a day.
      Whether to work in smaller branches.

      releases:change-lead-time
      Half of the commits waited less than %s for the release that contains them.
      Half of what is finished is released within %s of being written.
      From a finished idea in code to a release it usually takes %s.
      Whether to release more often.

      releases:change-lead-time-p90
      Nine of ten commits waited less than %s for the release that contains them.
      Nine of ten finished changes are released within %s.
      The slow cases take more than %s to be released.
      Whether old branches should be finished or given up.

      release-frequency
      Releases: %s.
      How often users are offered something new: %s.
      How often we release: %s.
      Whether releasing costs too much to do it more often.

      release-gap
      The next release usually came %s after the one before.
      Users usually wait %s for the next release.
      Between two releases there are usually %s.
      Whether to release at fixed times or whenever something is ready.

      fixes-after-release
      %s of the releases were followed by a fix within a week.
      %s of the releases had to be mended within a week.
      %s of the releases went wrong at first.
      Whether to test longer before a release.

      revert-share
      %s of the commits took another one back.
      %s of the steps of the work took an earlier one back.
      %s of the work was taken back.
      Whether changes are understood well enough before they land.

      quick-reverts
      Commits taken back within a week: %s.
      Steps of the work taken back within a week: %s.
      Work that was taken back at once, in cases: %s.
      Whether checks before the merge would have caught these.

      test-ratio
      %s as many lines of tests changed as lines of other code.
      Measured against the code, the tests grew along by %s.
      The safety net grew at %s of the pace of the code.
      Whether new work comes with enough tests.

      hotspots
      %s of the changes fell on the ten hottest files.
      %s of the work went into the ten most laboured files.
      %s of the effort goes into ten difficult places.
      Which few files to simplify first.

      churn
      Lines changed, measured against the code there is: %s.
      The part of the code that was worked over: %s.
      The part of the product's code that moved: %s.
      Whether the code settles or is still being shaped.

      code-age
      A usual line of code was written %s ago.
      Half of the code is older than %s.
      The product's code is usually %s old.
      Where knowledge of old code should be refreshed before it is needed.

      todo-age
      A usual TODO has waited for %s.
      A usual note for later has waited for %s.
      What was put off has usually been lying for %s.
      Whether to do or to drop what was put off.

      stale-todos
      TODOs that have waited for more than a year: %s.
      Notes for later that are older than a year: %s.
      Things that were put off more than a year ago: %s.
      Which old notes to do or to delete.

      change-coupling
      Pairs of files that keep changing together: %s.
      Hidden ties between files that slow the work: %s.
      Hidden ties in the code: %s.
      Which ties to cut or to make visible.

      coupling-across-folders
      Pairs of files in different folders that keep changing together: %s.
      Hidden ties between parts of the product: %s.
      Ties between parts that should be apart: %s.
      Which boundaries in the code do not hold.

      coupled-folders
      Pairs of folders that keep changing together: %s.
      Parts of the product that cannot change alone, in pairs: %s.
      Parts that cannot be given to different teams, in pairs: %s.
      Which parts should belong to one team.

      untouched-manifests
      %s of the dependency manifests have had no commit for a year.
      %s of the lists of what the product is built on lie untouched.
      %s of what we build on is looked after by nobody.
      Where dependencies need somebody who looks after them.

      truck-factor
      So many would have to leave until most files have nobody who knows them: %s.
      So few carry most of the knowledge of the code: %s.
      Losing so many would leave most of the code without anybody who knows it: %s.
      Where to spread knowledge before it is needed.

      knowledge-at-risk
      %s of the lines were last written by people who have been silent for 180 days.
      For %s of the code those who wrote it are not at hand.
      %s of the code has lost those who wrote it.
      Which parts somebody should learn anew.

      islands
      %s of the living files are known by one person only.
      %s of the code that changes hangs on single people.
      %s of the living code hangs on one person each.
      Where two should work together next.

      ownership-fragmentation
      A usual file's changes are spread over people by this much, 0 % for one person and near 100 % for many: %s.
      How far work on a usual part is spread over people, 0 % to 100 %: %s.
      How far responsibility is spread, 0 % to 100 %: %s.
      Whether a part needs an owner, or a second one.

      active-people
      Behind the period's changes stand %s.
      The work of the period was done by %s.
      The code is carried by %s.
      Whether enough hands are on this part of the code.

      newcomers
      This many made their first change in the period: %s.
      New hands in the period: %s.
      New colleagues who have begun to contribute: %s.
      Whether there is time to help those who are new.
      """;

  private WordingsOfGit() {}
}
