package pilothouse.findings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * Something that somebody should look at.
 *
 * @param kind stable, kebab-case: findings of one kind about one subject are the same finding
 * @param severity how urgent it is by itself
 * @param says one sentence in plain words, with its number
 * @param subject what it is about among its kind: a path, an id; empty for the whole place
 * @param receipt where the number's receipt is; of a metric named nowhere for what has none
 * @param risk 0..1, orders findings of one severity while nobody knows what waiting costs
 * @param since when it became so, null when that cannot be told
 * @param costPerWeek what waiting costs in money a week, null when unknown
 * @param evidence what it rests on, a line each
 * @param place where one must be allowed to look to see it
 * @param page the address of what it is about; empty where the receipt's page is meant
 * @param whom the id of whose it is; empty where it is for whoever leads the place
 * @param number the address of the number in its sentence; empty where its page shows that
 */
public record Finding(
    String kind,
    Severity severity,
    String says,
    String subject,
    Address receipt,
    double risk,
    @Nullable Instant since,
    @Nullable Double costPerWeek,
    List<String> evidence,
    Where place,
    String page,
    String whom,
    String number) {
  /** What is found of one promise, from several sides. */
  private static final Set<String> OF_A_PROMISE =
      Set.of(
          "promise-due",
          "promise-overdue",
          "promise-escalated",
          "promise-without-owner",
          "blocker-too-old");

  public Finding {
    says = says.strip();
    evidence = List.copyOf(evidence);
    if (!says.endsWith(".") || !(risk >= 0 && risk <= 1)) {
      throw new IllegalArgumentException(
          kind + ": a finding is a sentence with a risk of 0 to 1: " + says);
    }
  }

  /** One that a reading of a repository shows. */
  public Finding(
      String kind,
      Severity severity,
      String says,
      String subject,
      Address receipt,
      double risk,
      @Nullable Instant since,
      @Nullable Double costPerWeek,
      List<String> evidence) {
    this(
        kind,
        severity,
        says,
        subject,
        receipt,
        risk,
        since,
        costPerWeek,
        evidence,
        receipt.repository().isEmpty()
            ? Where.ORGANISATION
            : Where.repository(receipt.repository()),
        "",
        "",
        "");
  }

  /** One about something that has a page of its own. */
  public static Finding of(
      String kind, Severity severity, String says, String subject, Where place, String page) {
    return new Finding(
        kind,
        severity,
        says,
        subject,
        Address.NOWHERE,
        0.5,
        null,
        null,
        List.of(),
        place,
        page,
        "",
        "");
  }

  /** The same, so since then. */
  public Finding begun(Instant at) {
    return with(risk, at, costPerWeek, evidence, page, whom, number);
  }

  /** The same with that risk, 0..1. */
  public Finding weighing(double much) {
    return with(much, since, costPerWeek, evidence, page, whom, number);
  }

  /** The same, waiting costs that much money a week. */
  public Finding costing(@Nullable Double perWeek) {
    return with(risk, since, perWeek, evidence, page, whom, number);
  }

  /** The same, of somebody. */
  public Finding owed(String owner) {
    return with(risk, since, costPerWeek, evidence, page, owner, number);
  }

  /** The same with what it rests on. */
  public Finding because(List<String> lines) {
    return with(risk, since, costPerWeek, lines, page, whom, number);
  }

  /** The same with the address of what it is about. */
  public Finding at(String address) {
    return with(risk, since, costPerWeek, evidence, address, whom, number);
  }

  private Finding with(
      double much,
      @Nullable Instant at,
      @Nullable Double cost,
      List<String> lines,
      String address,
      String owner,
      String shown) {
    return new Finding(
        kind, severity, says, subject, receipt, much, at, cost, lines, place, address, owner,
        shown);
  }

  /** The same with the address of the number in its sentence. */
  public Finding showing(String address) {
    return with(risk, since, costPerWeek, evidence, page, whom, address);
  }

  /** The same for findings of one kind about one thing, whatever they say of it today. */
  public String key() {
    return String.join(
        "\0", kind, place.text(), receipt.repository(), receipt.folder(), subject, thing());
  }

  /** The one thing of which a person is told once, however much is found of it; empty for none. */
  public String once() {
    return OF_A_PROMISE.contains(kind) ? thing() : "";
  }

  /** What is asked of a page, such as a period, makes it no other thing. */
  String thing() {
    return thing(page);
  }

  static String thing(String page) {
    int question = page.indexOf('?');
    return question < 0 ? page : page.substring(0, question);
  }

  /** How urgent, the most urgent first. */
  public enum Severity {
    ACT,
    LOOK,
    KNOW
  }

  /**
   * Where a number's receipt is.
   *
   * @param metric the metric's id
   * @param repository the repository's name
   * @param folder the scope's folder, empty for all
   */
  public record Address(String metric, String repository, String folder) {
    /** Of what has a page of its own and no number. */
    public static final Address NOWHERE = new Address("", "", "");

    /** As one line: {@code repository/folder#metric}. */
    public String text() {
      return (folder.isEmpty() ? repository : repository + "/" + folder) + "#" + metric;
    }
  }
}
