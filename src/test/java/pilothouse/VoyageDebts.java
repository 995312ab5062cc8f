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
    flags();
  }

  private void flags() {
    String late = "checkout." + LONG;
    wire.put("/flags", Map.of("key", late, "since", "2026-07-01", "owner", "Harbour"));
    wire.put("/flags", Map.of("key", "lamps-v2", "kind", "experiment", "says", "Half of the pier"));
    wire.put(
        "/flags", Map.of("key", "stop-sales", "kind", "operational", "place", "system:booking"));
    wire.put("/flags/2/extension", Map.of("day", "2027-01-15", "why", "Too few guests so far"));
    wire.put("/flags", Map.of("key", "old-prices"));
    wire.put("/flags/4/removal", Map.of("evidence", "/systems/ferry", "why", "All have the new"));
    pages.put("flags", "/flags");
    pages.put("flags-late", "/flags?state=late");
    pages.put("flag", "/flags/1");
    pages.put("flag-extended", "/flags/2");
    pages.put("flag-operational", "/flags/3");
    pages.put("flag-removed", "/flags/4");
    pages.put("flags-import", "/flags/import");
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
