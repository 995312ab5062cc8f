package pilothouse;

import static pilothouse.Village.ADA;
import static pilothouse.Village.ADA_IN_CAPITALS;
import static pilothouse.Village.BO;
import static pilothouse.Village.BOT;
import static pilothouse.Village.BO_BEFORE;
import static pilothouse.Village.CEM;
import static pilothouse.Village.DORA;
import static pilothouse.Village.EVE;
import static pilothouse.Village.GITHUB;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import pilothouse.FastImport.Person;

/** What happened in the {@link Village}, week by week. */
final class VillageStory {
  private static final int WEEKS = 104;
  private static final String MAIN = "refs/heads/main";
  private static final String TOPIC = "refs/heads/topic";
  private static final String SEAT = "tickets/src/Seat.java";
  private static final String PRICE = "tickets/src/Price.java";
  private static final String PRINTER = "tickets/src/TicketPrinter.java";
  private static final String CUSTOMER = "booking/src/Customer.java";
  private static final String BOOKING = "booking/src/Booking.java";
  private static final Map<Integer, String> RELEASES =
      Map.of(
          12, "v1.0.0", 25, "v1.1.0", 38, "v1.2.0", 51, "v1.3.0", 64, "v1.4.0", 77, "v1.5.0", 90,
          "v1.6.0", 101, "v2.0.0");
  private static final List<Person> TEAM = List.of(ADA, BO, CEM, DORA);
  private static final List<List<String>> WORK =
      List.of(
          List.of(BOOKING, "booking/test/BookingTest.java"),
          List.of(SEAT),
          List.of("web/booking.html"),
          List.of(CUSTOMER, BOOKING),
          List.of(PRICE, "tickets/test/PriceTest.java"),
          List.of("docs/guide.md"),
          List.of(BOOKING),
          List.of("web/style.css"));

  private final FastImport git;
  private final Map<String, List<String>> files = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> marks = new HashMap<>();
  private int turn;
  private int tip;

  VillageStory(FastImport git) {
    this.git = git;
  }

  private record Step(ZonedDateTime at, Consumer<ZonedDateTime> happens) {}

  void tell() {
    on(0, 0, 9, this::found);
    for (int week = 0; week < WEEKS; week++) {
      usual(week);
    }
    notes();
    moves();
    reverts();
    branches();
    releases();
    rareThings();
    steps.sort(Comparator.comparing(step -> step.at().toInstant()));
    steps.forEach(step -> step.happens().accept(step.at()));
  }

  private void found(ZonedDateTime at) {
    write("README.md", "# Ferry", "", "Books ferries.");
    write(".mailmap", BO.name() + " <" + BO.email() + "> <" + BO_BEFORE.email() + ">");
    write(
        ".github/CODEOWNERS",
        "# who answers for what",
        "* @ferry/all",
        "/booking/ @ferry/booking",
        "/tickets/ @ferry/tickets",
        "/web/ @ferry/web dora@ferry.example",
        "/tariff/ @ferry/booking");
    start(BOOKING, 60, 3);
    start(CUSTOMER, 30, 2);
    start("booking/test/BookingTest.java", 20, 2);
    start("tickets/src/Printer.java", 40, 2);
    start(SEAT, 25, 1);
    start(PRICE, 35, 2);
    start("tickets/test/PriceTest.java", 15, 1);
    start("tariff/src/Tariff.java", 50, 4);
    start("web/booking.html", 40, 2);
    start("web/style.css", 30, 1);
    start("web/package.json", 12, 1);
    start("docs/howto.md", 20, 0);
    write("docs/Fährplan.md", "# Fährplan", "", "Täglich um acht.");
    write("web/banner.html", "<p>", "  Welcome aboard", "</p>");
    git.put("web/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
    commit(EVE, at, "Begin the ferry\n\nEverything that we had on one disk.");
  }

  private void usual(int week) {
    on(week, 1, 10, at -> work(at, "Work on "));
    on(week, 3, 15, at -> work(at, "Improve "));
    if (week % 3 == 0) {
      on(week, 4, 11, at -> work(at, "Tidy "));
    }
    if (week % 8 == 1) {
      on(week, 2, 14, this::newField);
    }
    if (week % 3 == 2 && week <= 68) {
      on(week, 2, 9, at -> grow(EVE, at, "Adjust tariff " + week, "tariff/src/Tariff.java", 2));
    }
    if (week % 4 == 2) {
      on(week, 0, 3, at -> bump(at, "1." + week + ".0"));
    }
  }

  private void work(ZonedDateTime at, String verb) {
    List<String> paths = WORK.get(turn * 5 / 3 % WORK.size());
    paths.forEach(path -> grow(current(path), 2));
    String trailer = turn % 20 == 7 ? "\n\nCo-authored-by: Dora Nagy <dora@ferry.example>" : "";
    Person who = as(TEAM.get(turn % TEAM.size()));
    commit(who, at, verb + current(paths.getFirst()) + " (" + turn + ")" + trailer);
    turn++;
  }

  private Person as(Person who) {
    if (who.equals(BO) && turn < 90) {
      return BO_BEFORE;
    }
    return who.equals(ADA) && turn % 16 == 0 ? ADA_IN_CAPITALS : who;
  }

  private String current(String path) {
    return files.containsKey(path) ? path : path.replace("guide.md", "howto.md");
  }

  private void newField(ZonedDateTime at) {
    grow(BOOKING, 3);
    grow(DORA, at, "Show the new field of a booking", "web/booking.html", 2);
  }

  private void bump(ZonedDateTime at, String version) {
    lines("web/package.json").set(3, "  \"ferry-ui\": \"" + version + "\",");
    put("web/package.json");
    commit(BOT, at, "Bump ferry-ui to " + version);
  }

  private void notes() {
    on(3, 4, 9, at -> note(CEM, at, CUSTOMER, "// FIXME names may hold commas"));
    on(62, 4, 9, at -> note(BO, at, PRICE, "// HACK rounds twice"));
    on(102, 4, 9, at -> note(DORA, at, "web/booking.html", "<!-- TODO say which berth -->"));
  }

  private void note(Person who, ZonedDateTime at, String path, String line) {
    lines(path).add(2, line);
    put(path);
    commit(who, at, "Leave a note in " + path);
  }

  private void moves() {
    on(20, 4, 12, at -> move("docs/howto.md", "docs/guide.md", at));
    on(
        40,
        4,
        12,
        at -> {
          lines("tickets/src/Printer.java").set(0, "// prints tickets");
          move("tickets/src/Printer.java", PRINTER, at);
        });
    on(50, 4, 12, this::dropBanner);
    on(60, 4, 12, this::bringBannerBack);
  }

  private void move(String from, String to, ZonedDateTime at) {
    files.put(to, Objects.requireNonNull(files.remove(from)));
    put(to);
    git.remove(from);
    commit(CEM, at, "Rename " + from + " to " + to);
  }

  private void dropBanner(ZonedDateTime at) {
    files.remove("web/banner.html");
    git.remove("web/banner.html");
    commit(DORA, at, "Remove the banner");
  }

  private void bringBannerBack(ZonedDateTime at) {
    write("web/banner.html", "<p>", "  Welcome back", "</p>");
    commit(DORA, at, "Bring the banner back");
  }

  private void reverts() {
    on(30, 0, 10, at -> marks.put("fares", grow(CEM, at, "Round fares up", PRICE, 4)));
    on(30, 2, 10, this::revertById);
    on(55, 0, 10, at -> grow(DORA, at, "Ask for the birthday", CUSTOMER, 3));
    on(57, 0, 10, at -> shrink(ADA, at, "Revert \"Ask for the birthday\"", CUSTOMER, 3));
    String elsewhere = "Revert \"A change that came from elsewhere\"";
    on(66, 4, 18, at -> shrink(DORA, at, elsewhere, "web/style.css", 1));
  }

  private void revertById(ZonedDateTime at) {
    String id = git.id(Objects.requireNonNull(marks.get("fares")));
    String message = "Revert \"Round fares up\"\n\nThis reverts commit " + id + ".";
    shrink(BO_BEFORE, at, message, PRICE, 4);
  }

  private void branches() {
    for (int week = 4; week < WEEKS; week += 6) {
      int number = week;
      on(week, 2, 11, at -> branch(BO, at, "Seats on a branch " + number, SEAT));
      on(week, 3, 11, at -> merge(at, number, SEAT));
    }
    on(47, 0, 9, at -> branch(CEM, at, "Print in two columns", PRINTER));
    on(50, 0, 9, at -> merge(at, 47, PRINTER));
  }

  private void branch(Person who, ZonedDateTime at, String subject, String path) {
    var before = List.copyOf(lines(path));
    grow(path, 3);
    files.put(path, new ArrayList<>(before));
    int mark = git.commit(TOPIC, new int[] {tip}, who, at, who, at, subject + "\n");
    marks.put("topic", mark);
  }

  private void merge(ZonedDateTime at, int number, String path) {
    grow(path, 3);
    int[] parents = {tip, Objects.requireNonNull(marks.get("topic"))};
    String message = "Merge pull request #" + number + " from ferry/topic\n";
    tip = git.commit(MAIN, parents, BO, at, GITHUB, at, message);
  }

  private void releases() {
    RELEASES.forEach((week, name) -> on(week, 4, 16, at -> release(name, at)));
    on(44, 4, 16, at -> git.lightTag("before-the-move", tip));
    on(28, 1, 9, this::maintain);
    on(51, 6, 20, at -> grow(ADA, at, "Fix crash on an empty booking", BOOKING, 1));
    on(51, 7, 8, at -> release("v1.3.1", at));
  }

  private void release(String name, ZonedDateTime at) {
    marks.put(name, tip);
    if (name.equals("v1.4.0")) {
      git.lightTag(name, tip);
    } else {
      git.tag(name, tip, ADA, at);
    }
  }

  private void maintain(ZonedDateTime at) {
    int[] from = {Objects.requireNonNull(marks.get("v1.1.0"))};
    git.put(SEAT, "mended\n");
    git.commit("refs/tags/v1.1.1", from, BO, at, BO, at, "Fix the seat count\n");
  }

  private void rareThings() {
    on(70, 4, 13, this::drawLogo);
    on(80, 4, 13, this::listPorts);
    for (int i = 0; i < 12; i++) {
      String subject = "Number the seats, step " + i;
      on(95, i / 4, 16 + i % 4, at -> grow(BO, at, subject, SEAT, 1));
    }
  }

  private void drawLogo(ZonedDateTime at) {
    git.put("web/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 9, 9, 9, 9});
    commit(DORA, at, "Draw the logo anew");
  }

  private void listPorts(ZonedDateTime at) {
    for (int port = 0; port < 40; port++) {
      write("tickets/ports/port" + port + ".txt", "port " + port, "berths " + port % 7);
    }
    commit(CEM, at, "List all ports");
  }

  private int commit(Person who, ZonedDateTime at, String message) {
    tip = git.commit(who, at, message + "\n");
    return tip;
  }

  private int grow(Person who, ZonedDateTime at, String message, String path, int lines) {
    grow(path, lines);
    return commit(who, at, message);
  }

  private void grow(String path, int lines) {
    var text = lines(path);
    for (int i = 0; i < lines; i++) {
      int place = text.size() * 7 / 10 - i * 3;
      text.add(place, "    ".repeat(place % 3) + "more " + text.size() + " " + path.length());
    }
    put(path);
  }

  private void shrink(Person who, ZonedDateTime at, String message, String path, int lines) {
    var text = lines(path);
    int from = text.size() / 2;
    text.subList(from, from + lines).clear();
    put(path);
    commit(who, at, message);
  }

  private void write(String path, String... lines) {
    files.put(path, new ArrayList<>(List.of(lines)));
    put(path);
  }

  private void start(String path, int lines, int depth) {
    var text = new ArrayList<String>();
    for (int i = 0; i < lines; i++) {
      text.add("    ".repeat(i % (depth + 1)) + "line " + i + " of " + path);
    }
    files.put(path, text);
    put(path);
  }

  private List<String> lines(String path) {
    return Objects.requireNonNull(files.get(path), path);
  }

  private void put(String path) {
    git.put(path, String.join("\n", lines(path)) + "\n");
  }

  private void on(int week, int day, int hour, Consumer<ZonedDateTime> happens) {
    var start = Village.NOW.minus(Duration.ofDays(7L * WEEKS)).minus(Duration.ofHours(9));
    var zone = ZoneOffset.ofHours((week + day) % 3);
    var at = start.plus(Duration.ofDays(7L * week + day)).plus(Duration.ofHours(hour));
    steps.add(new Step(at.atZone(zone), happens));
  }
}
