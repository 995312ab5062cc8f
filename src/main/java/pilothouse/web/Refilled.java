package pilothouse.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A form with what somebody typed into it, and the sentence that says why it was refused. Secrets
 * are not put back.
 *
 * @param action where the form was sent
 * @param typed what was sent, by the names of the fields
 */
record Refilled(String action, Map<String, List<String>> typed, Refused refused) {
  private static final String TOLD = "refused";
  private static final Set<String> SECRETS =
      Set.of("current-password", "new-password", "one-time-code");
  private static final Set<String> KEPT = Set.of("hidden", "submit", "button", "image", "reset");

  /** The page with that form filled in; empty where the page has no such form. */
  Optional<String> in(String html) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    return page.select("form[method=post]").stream()
        .filter(form -> form.attr("action").replaceFirst("[?#].*", "").equals(action))
        .max(Comparator.comparingInt(this::likeness))
        .map(form -> {
          page.select("[autofocus]").removeAttr("autofocus");
          form.select("input, select, textarea").forEach(this::fill);
          form.parents().stream()
              .filter(parent -> parent.normalName().equals("details"))
              .forEach(parent -> parent.attr("open", ""));
          tell(page, form);
          return page.outerHtml();
        });
  }

  /** How much speaks for this form, where several are sent to the same address. */
  private int likeness(Element form) {
    int like = 0;
    for (Element field : form.select("[name]")) {
      List<String> values = typed.get(field.attr("name"));
      boolean same = values != null && values.contains(field.attr("value"));
      if (field.attr("type").equals("hidden")) {
        like += same ? 10 : -10;
      } else if (values != null && (same || !field.normalName().equals("button"))) {
        like++;
      }
    }
    return like;
  }

  private void fill(Element field) {
    List<String> values = typed.get(field.attr("name"));
    String type = field.normalName().equals("input") ? field.attr("type") : field.normalName();
    if (isSecret(field) || KEPT.contains(type) || type.equals("file")) {
      return;
    }
    switch (type) {
      case "checkbox", "radio" ->
          field.attr("checked", values != null && values.contains(checked(field)));
      case "select" -> {
        if (values != null) {
          field
              .select("option")
              .forEach(option -> option.attr("selected", values.contains(chosen(option))));
        }
      }
      default -> {
        if (values != null) {
          field.val(values.getFirst());
        }
      }
    }
  }

  private static String chosen(Element option) {
    return option.hasAttr("value") ? option.attr("value") : option.text();
  }

  private static String checked(Element field) {
    return field.hasAttr("value") ? field.attr("value") : "on";
  }

  private static boolean isSecret(Element field) {
    return field.attr("type").equals("password")
        || SECRETS.contains(field.attr("autocomplete"))
        || field.hasAttr("data-secret");
  }

  /** Says what is wrong: beside the field where it is one, else above the form. */
  private void tell(Document page, Element form) {
    Element told = new Element("div").attr("class", TOLD).attr("id", TOLD).attr("role", "alert");
    Element field = at(form);
    told.appendElement("p").appendElement("strong").text(said(field));
    told.appendElement("p").text(refused.mend());
    if (field != null) {
      field.attr("aria-invalid", "true").attr("aria-describedby", TOLD).attr("autofocus", "");
    } else {
      told.attr("tabindex", "-1").attr("autofocus", "");
    }
    Element content = page.getElementById("content");
    if (field != null && form.hasClass("form")) {
      Element label = field.closest("label, fieldset");
      (label == null ? field : label).after(told.addClass("wide"));
    } else if (content != null && form.hasClass("inline")) {
      content.prependChild(told);
    } else {
      form.before(told);
    }
  }

  /** What is wrong, where a field is named as its form calls it, not as programs do. */
  private String said(@Nullable Element field) {
    String says = String.valueOf(refused.getMessage());
    Element label = field == null ? null : field.closest("label");
    String called = label == null ? "" : label.ownText().replaceFirst("[:;(].*", "").strip();
    String name = "“" + refused.field().replace('_', ' ') + "”";
    return called.isEmpty()
        ? says
        : says.replaceFirst(Pattern.quote(name), Matcher.quoteReplacement("“" + called + "”"));
  }

  private @Nullable Element at(Element form) {
    return form.select("input, select, textarea").stream()
        .filter(field -> !field.attr("type").equals("hidden"))
        .filter(field -> !refused.field().isEmpty() && field.attr("name").equals(refused.field()))
        .findFirst()
        .orElse(null);
  }
}
