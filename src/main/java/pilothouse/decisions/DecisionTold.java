package pilothouse.decisions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision, as programs are told it.
 *
 * @param state {@code proposed}, {@code accepted}, {@code woken}, {@code rejected} or {@code
 *     superseded}
 * @param chosen the option; null while nobody decided, and of one that was rejected
 * @param how the turn that chose: decided, defaulted or rejected; null while nobody chose
 * @param decideBy by when it is decided; null where nobody said
 * @param otherwise the option that holds from then on if nobody decides; null for none
 * @param againstRank whether a lower principle won against a higher one
 * @param affects what it affects, as far as the caller may look at it
 * @param sizes what each rubric says of it that was answered, the last first
 * @param rewrite that it is a large rewrite, with its spikes; null where it is none
 * @param review what a council says of it; null where none was asked
 * @param bound rules, standards and exemptions that nobody ended
 * @param supersedes the numbers of those in whose place it holds
 * @param supersededBy the number of the one that holds in its place; null for none
 * @param files those that it was read from or written to
 */
record DecisionTold(
    String id,
    int number,
    String place,
    String title,
    String question,
    List<String> drivers,
    List<Option> options,
    String consequences,
    String confirmation,
    String wayBack,
    String state,
    String decider,
    @Nullable String chosen,
    @Nullable String how,
    @Nullable String reasons,
    @Nullable Instant decidedAt,
    @Nullable String decideBy,
    @Nullable String otherwise,
    @Nullable String principleWon,
    @Nullable String principleLost,
    @Nullable String principleNote,
    boolean againstRank,
    List<Scope> affects,
    List<Part> parts,
    List<Voice> voices,
    List<Wake> wakes,
    List<Foretold> predictions,
    List<Size> sizes,
    @Nullable Reviewed review,
    @Nullable Large rewrite,
    List<Bound> bound,
    List<Integer> supersedes,
    @Nullable Integer supersededBy,
    List<FileTold> files,
    String page) {

  /** An option with what speaks for it, against it, and neither. */
  record Option(String name, List<String> good, List<String> bad, List<String> neutral) {}

  /**
   * What it affects.
   *
   * @param scope as {@code system:booking} or {@code repository:ferry//web}
   * @param number by which it is taken away
   * @param gauge the number that somebody named for it; null for none
   */
  record Scope(String scope, String name, int number, @Nullable String gauge) {}

  /**
   * Who has which part in it.
   *
   * @param part {@code decides}, {@code agrees}, {@code consulted}, {@code informed} or {@code
   *     delegated}
   * @param day by when advice was asked for, or until when one may decide; null where there is none
   * @param limits within which one may decide; null for other parts
   */
  record Part(String owner, String part, @Nullable String day, @Nullable String limits) {}

  /**
   * What somebody said; it stays.
   *
   * @param kind {@code advice}, {@code dissent}, {@code agreed} or {@code objected}
   * @param inNameOf who was asked and is thereby heard; empty for whoever said it alone
   */
  record Voice(String kind, String words, String by, List<String> inNameOf, Instant at) {}

  /**
   * What opens it again.
   *
   * @param number by which it is ended
   * @param says in words
   * @param now the number's newest value; null for a day, and where it is unknown
   * @param receipt where that stands; null for nowhere
   * @param passed whether it is passed now
   * @param rests whether it was passed when the decision was affirmed, and was not back since
   */
  record Wake(
      int number,
      String says,
      @Nullable String now,
      @Nullable String receipt,
      boolean passed,
      boolean rests) {}

  /**
   * What the answers to a rubric lead to.
   *
   * @param most the same as {@code least} as soon as what is open changes nothing any more
   * @param topic of the council that has to review it; null for none
   */
  record Size(
      String rubric,
      int version,
      List<String> answers,
      String least,
      String most,
      String signs,
      @Nullable String topic) {}

  /**
   * That it is a large rewrite.
   *
   * @param says by what one knows
   * @param untried whether no spike answered its question yet
   */
  record Large(String says, boolean untried, List<Try> spikes) {}

  /** A spike that is to answer it; without an answer while it is open. */
  record Try(String question, @Nullable String answer, String page) {}

  /**
   * What a council says.
   *
   * @param verdict {@code passed} or {@code refused}; empty while too few voted
   */
  record Reviewed(String council, Instant since, String verdict, long votesFor, long against) {}

  /**
   * What was bound to it.
   *
   * @param number by which it is ended
   * @param kind {@code rule}, {@code standard} or {@code exemption}
   * @param until a standard's review, or an exemption's last day; null where there is none
   */
  record Bound(int number, String kind, String says, @Nullable String until) {}

  /** A prediction that was made with it. */
  record Foretold(String says, String judgedOn, String verdict, String page) {}

  /** Some of them, and after which the next part begins; null at the end. */
  record Listed(List<DecisionTold> decisions, @Nullable String next) {}
}
