package pilothouse;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Somebody who fills in a form and sends it by the keyboard alone.
 *
 * @param form what it does: the address that it is sent to, a star for each number of a thing
 */
record Typing(Page page, Ship ship, String form) {
  /** What is done once can be done no more: that comes last. */
  private static final List<String> LATE =
      List.of(
          "/closing",
          "/same",
          "/choice",
          "/rejection",
          "/successor",
          "/link",
          "/extend",
          "/hand",
          "/drop",
          "/reopen",
          "/keep",
          "/answer",
          "/result",
          "/done",
          "/cancel",
          "/held",
          "/close",
          "/occasions",
          "/quarters",
          "/rounds",
          "/end",
          "/removal",
          "/return");

  /** What is done to another one than what goes before it. */
  private static final List<String> OTHERS =
      List.of(
          "/cancel",
          "/keep",
          "/drop",
          "/same",
          "/stakeholders/*/end",
          "/rating architecture",
          "/rating speed",
          "/rating buy",
          "/rating debt",
          "/decisions/*/review",
          "/decisions/*/rejection",
          "/decisions/*/successor",
          "/decisions/*/reopen");

  /** What is typed into fields that need not be filled in, or not with just any words. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("gauge", "activation@organisation"),
          Map.entry("owner", "Harbour"),
          Map.entry("options", "Hire | 1 | 2 | 3\nWait | 1 | 2 | 3"),
          Map.entry("criteria", "Risk; 2"),
          Map.entry("url", "https://github.com/acme/shop/issues/13"),
          Map.entry("answers.confidence", "80"),
          Map.entry("answers.reach", "300"),
          Map.entry("share-debt", "20"),
          Map.entry("lower_work", "label:lamps"),
          Map.entry("objectives", "More light"),
          Map.entry("item1_says", "Calm"),
          Map.entry("r1_says", "Calls"),
          Map.entry("r1_baseline", "9"),
          Map.entry("r1_target", "2"),
          Map.entry("r2_says", "Waits"),
          Map.entry("r2_baseline", "9"),
          Map.entry("r2_target", "2"),
          Map.entry("role1", "engineering"),
          Map.entry("owner1", "Harbour"),
          Map.entry("evidence", "Seen"),
          Map.entry("members", "Harbour"),
          Map.entry("questions", "wide; It is wide; 2"),
          Map.entry("grades", "0; All; Anybody"),
          Map.entry("days", "Mon"),
          Map.entry("target", "60"));

  /** What is chosen by its first letters, or typed into one form only. */
  private static final Map<String, String> CHOSEN =
      Map.ofEntries(
          Map.entry("/focus place", "Team"),
          Map.entry("/roadmap milestone outcome", "Gu"),
          Map.entry("/outcomes/*/owners owner", "Quay"),
          Map.entry("/outcomes/*/changes title", "Guests find their way"),
          Map.entry("/debt effect", "Slows"),
          Map.entry("/debt/*/same as", "TD-1"),
          Map.entry("/debt/*/payback low", "1"),
          Map.entry("/decisions/by/folder path", "docs/adr/0007-use-queues.md"),
          Map.entry("/decisions/*/successor by", "D-1"),
          Map.entry("/decisions/*/affected scope", "team:harbour"),
          Map.entry("/decisions/*/rating architecture answer.wide", "Y"),
          Map.entry("/decisions/*/rating speed answer.harm", "Y"),
          Map.entry("/decisions/*/rating buy answer.core", "Y"),
          Map.entry("/decisions/*/rating debt answer.slows", "Y"),
          Map.entry(
              "/objectives text",
              """
              {apiVersion: openslo/v1, kind: SLO, metadata: {name: typed}, spec: {service: checkout,
              indicator: {metadata: {name: typed-sli}, spec: {ratioMetric: {counter: false,
              good: {metricSource: {spec: {metric: typed-good}}},
              total: {metricSource: {spec: {metric: typed-total}}}}}},
              timeWindow: [{duration: 28d, isRolling: true}], budgetingMethod: Occurrences,
              objectives: [{target: 0.99}]}}
              """),
          Map.entry("/decisions/*/rules value", "9"),
          Map.entry("/decisions/*/standards metric metric", "change-lead-time"),
          Map.entry("/decisions/*/standards metric value", "9"),
          Map.entry("/decisions/*/standards facts value", "9"),
          Map.entry("/decisions/*/checks system", "booking"),
          Map.entry("/decisions/*/checks evidence", "/systems"));

  private static final String FLAGS = "key,says,kind\nnew-signs,Signs of glass,release\n";
  private static final String DEBTS = "title,effect\nSigns fade,waits\n";

  private static final String FOUND =
      """
      wanted => [...document.querySelectorAll('main form[method=post]')].find(form => {
        const kind = form.querySelector('[name=kind][type=hidden], [name=rubric][type=hidden]');
        return (form.getAttribute('action') + ' ' + (kind?.value ?? ''))
          .replaceAll(/[0-9a-f-]{36}|[0-9a-f]{12,}|(?<=\\/)[0-9]+(?=\\/)/g, '*').trim() === wanted;
      })
      """;

  private static final String HERE =
      """
      form => {
        const at = document.activeElement;
        return {inside: form.contains(at), tag: at.tagName, name: at.name ?? '',
          type: at.type ?? '', empty: at.value === '', needed: at.required === true};
      }
      """;

  static int turn(String form) {
    String action = form.replaceAll(" .*", "");
    if (action.startsWith("/findings/")) {
      return -1;
    }
    return 1 + LATE.stream().filter(action::endsWith).mapToInt(LATE::indexOf).max().orElse(-1);
  }

  /** What went wrong; empty for nothing. */
  String sent(List<String> pages) {
    boolean isOther = OTHERS.stream().anyMatch(form::endsWith);
    for (String path : isOther ? pages.reversed() : pages) {
      page.navigate(ship.at("/").resolve(path).toString());
      ElementHandle one = page.evaluateHandle(FOUND, form).asElement();
      if (one != null) {
        return sent(one);
      }
    }
    return "it is on none of its pages any more: " + pages;
  }

  private String sent(ElementHandle one) {
    unfold(one);
    for (int i = 0; i < 120; i++) {
      Map<?, ?> at = (Map<?, ?>) one.evaluate(HERE);
      if (!Boolean.TRUE.equals(at.get("inside"))) {
        return "the focus leaves it before its button";
      }
      if ("BUTTON".equals(at.get("tag"))) {
        return pressed();
      }
      type(String.valueOf(at.get("name")), String.valueOf(at.get("type")), at);
      page.keyboard().press("Tab");
    }
    return "its button is not reached";
  }

  private String pressed() {
    Response answer;
    try {
      answer =
          page.waitForResponse(
              one -> one.request().isNavigationRequest() && one.status() != 303,
              () -> page.keyboard().press("Enter"));
    } catch (TimeoutError _) {
      return "the browser does not send it: "
          + page.evaluate("[...document.querySelectorAll(':invalid')].map(one => one.name).join()");
    }
    Element refused = Jsoup.parse(answer.text()).getElementById("refused");
    return refused != null
        ? refused.text()
        : answer.status() >= 400 ? "answers " + answer.status() : "";
  }

  /** Opens what it is folded into, and goes to its first field. */
  private void unfold(ElementHandle one) {
    ElementHandle summary =
        one.evaluateHandle("form => form.closest('details:not([open])')?.querySelector('summary')")
            .asElement();
    if (summary == null) {
      one.evaluate(
          "form => [...form.elements].find(f => f.name !== undefined && f.type !== 'hidden'"
              + " && !f.matches('fieldset')).focus()");
      return;
    }
    summary.focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
  }

  private void type(String name, String type, Map<?, ?> at) {
    if (type.equals("file")) {
      byte[] table = (form.startsWith("/flags") ? FLAGS : DEBTS).getBytes(StandardCharsets.UTF_8);
      page.setInputFiles("[name=" + name + "]", new FilePayload("all.csv", "text/csv", table));
      return;
    }
    String chosen = CHOSEN.get(form + " " + name);
    boolean isAnswer = name.startsWith("answers.");
    boolean isNeeded = Boolean.TRUE.equals(at.get("needed")) || WORDS.containsKey(name) || isAnswer;
    if (chosen != null) {
      page.keyboard().type(chosen);
    } else if (Boolean.TRUE.equals(at.get("empty")) && isNeeded && !type.startsWith("select")) {
      String words =
          switch (type) {
            case "date" -> "12152026";
            case "number" -> "5";
            default -> isAnswer || name.startsWith("now_") ? "2" : "Oar";
          };
      page.keyboard().type(WORDS.getOrDefault(name, words));
    }
  }
}
