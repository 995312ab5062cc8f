package pilothouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.FastImport.Person;

/**
 * The one world that tests live in: a ferry company's repository, two years of weeks before {@link
 * #NOW}, the same ids each time.
 *
 * <p><b>Systems</b>, each a folder: {@code booking} (the hotspot {@code booking/src/Booking.java},
 * with tests), {@code tickets}, {@code web} (a page coupled to booking across folders), {@code
 * tariff} (an island: Eve alone wrote it, and she is gone for more than 180 days), {@code docs}.
 *
 * <p><b>People</b>: Ada, Bo, Cem and Dora work all the time; Eve left after week 68; dependabot
 * bumps {@code web/package.json} every fourth week. Bo has an older address that .mailmap joins;
 * Ada sometimes writes hers in capitals. Merges are committed by GitHub. {@code .github/CODEOWNERS}
 * gives four of the systems owners.
 *
 * <p><b>Releases</b>: v1.0.0 in week 12, then one every 13 weeks up to v1.6.0 in week 90, v2.0.0 in
 * week 101; v1.3.1 mends v1.3.0 three days later; v1.1.1 lies on a line of its own that main never
 * took; {@code before-the-move} is a tag that is no release.
 *
 * <p><b>Also there</b>: three reverts (by id after two days; by subject alone; of something
 * unknown), a rename with an edit ({@code tickets/src/Printer.java} → {@code TicketPrinter.java}),
 * one without ({@code docs/howto.md} → {@code docs/guide.md}), a path that was deleted and came
 * back ({@code web/banner.html}), a binary file, merged branches of a day and one of three weeks
 * (47 to 50), a co-author, TODO, FIXME and HACK of different ages, a path with an umlaut, one
 * commit over 40 files, one week with many more commits than usual (week 95).
 */
public final class Village {
  /** The moment at which all tests take place: a Monday. */
  public static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  public static final Person ADA = new Person("Ada Lind", "ada@ferry.example");
  public static final Person ADA_IN_CAPITALS = new Person("Ada Lind", "Ada@Ferry.example");
  public static final Person BO = new Person("Bo Park", "bo@ferry.example");
  public static final Person BO_BEFORE = new Person("bopark", "bo.park@mail.example");
  public static final Person CEM = new Person("Cem Aydın", "cem@ferry.example");
  public static final Person DORA = new Person("Dora Nagy", "dora@ferry.example");
  public static final Person EVE = new Person("Eve Okafor", "eve@ferry.example");
  public static final Person BOT =
      new Person("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com");
  public static final Person GITHUB = new Person("GitHub", "noreply@github.com");

  private static @Nullable Path built;

  private Village() {}

  /** The repository's work tree (nothing is checked out), built once in this JVM; do not write. */
  public static synchronized Path repository() {
    if (built == null) {
      try {
        Path folder = Files.createTempDirectory("village");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        built = buildIn(folder.resolve("ferry"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return built;
  }

  /** Builds a repository of one's own, to change at will. */
  public static Path buildIn(Path folder) {
    try (var git = FastImport.into(folder)) {
      new VillageStory(git).tell();
    }
    return folder;
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
