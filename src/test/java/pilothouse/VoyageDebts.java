package pilothouse;

import java.util.List;
import java.util.Map;

/** The register of debt on a voyage: items in each state, and the pages that show them. */
record VoyageDebts(Wire wire, Map<String, String> pages) {
  private static final String LONG = "Anlegestellenbeleuchtungsinstandsetzungsvereinbarung";

  void owe() {
    wire.put("/debt/rules", Map.of("what", "rate", "value", "90 eur", "why", "Paid by the port"));
    item("Prices are computed twice since the " + LONG, "slows", "critical");
    item("The printer of the " + LONG + " jams", "risks", "high");
    item("Signs are made by hand", "waits", "low");
    item("Two clocks", "slows", "medium");
    item("The same clocks", "slows", "medium");
    wire.put("/debt/2/deferral", Map.of("day", "2026-12-14", "why", "The season first"));
    wire.put("/debt/3/closing", Map.of("how", "paid", "why", "One place now"));
    wire.put("/debt/4/closing", Map.of("how", "dropped", "why", "It is gone"));
    pages.put("debt", "/debt");
    pages.put("debt-closed", "/debt?state=closed");
    pages.put("debt-item", "/debt/1");
    pages.put("debt-deferred", "/debt/2");
    pages.put("debt-paid", "/debt/3");
    pages.put("debt-dropped", "/debt/4");
    pages.put("debt-other", "/debt/5");
    pages.put("debt-stakeholders", "/debt/stakeholders");
    pages.put("debt-plan", "/debt/plan?hours=60");
    pages.put("debt-rules", "/debt/rules");
    pages.put("debt-import", "/debt/import");
    pages.put("hotspots", "/systems/ferry/debt");
    pages.put("knowledge", "/systems/ferry/knowledge");
    pages.put("system-decisions", "/systems/ferry/decisions");
    pages.put("decisions-by-folder", "/decisions/by/folder");
  }

  private void item(String title, String effect, String severity) {
    wire.put(
        "/debt",
        Map.of(
            "title", title,
            "effect", effect,
            "severity", severity,
            "says", "Two places disagree since the split.",
            "spots", List.of("ferry:booking/src/Booking.java", "ferry:tickets/" + LONG),
            "principal_low", "40",
            "principal_high", "80",
            "interest_low", "4",
            "interest_high", "8"));
  }
}
