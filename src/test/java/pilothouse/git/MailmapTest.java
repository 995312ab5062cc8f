package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailmapTest {
  private static final String[] NAMES = {"Ada", "ADA", "Bo B", "Cé", "D"};
  private static final String[] EMAILS = {"a@x", "A@X", "b@x", "c@x", "d d@x"};

  @TempDir Path temp;

  @Test
  void allFourFormsMeanWhatTheyMeanToGit() {
    assertSameAsGit(
        """
        # comment <a@x> <b@x>
        Ada Lovelace <a@x>
        <new@x> <B@x>
        Cleo <cleo@x> <c@x>
        Dora <dora@x> D <d d@x>
          Ada The Second  <a@x>   # later
        not an entry
        Nobody <>
        Empty <e@x> <>
        <half@x
        """);
  }

  @Test
  void laterEntriesHoldAndNamesGoFirst() {
    assertSameAsGit("One <1@x> <a@x>\n<2@x> <A@X>\nTwo <a@x>\nBy Name <n@x> ada <a@x>\n");
    assertSameAsGit("By Name <n@x> ada <a@x>\nOther <n@x> ADA <A@x>\nAll <all@x> <a@x>\n");
    assertSameAsGit("# only a comment\r\nAda L <ada@x> <a@x>\r\n");
    assertSameAsGit("Ada L <a@x>");
  }

  @Test
  void randomFilesMeanTheSameToGit() {
    long seed = Long.getLong("seed", 20_260_101L);
    System.out.println("MailmapTest seed " + seed);
    Random random = new Random(seed);
    for (int file = 0; file < 15; file++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(12); line >= 0; line--) {
        text.append(part(random));
        text.append(random.nextBoolean() ? part(random) : "").append('\n');
      }
      assertSameAsGit(text.toString());
    }
  }

  private static String part(Random random) {
    String name = random.nextInt(3) == 0 ? "" : NAMES[random.nextInt(NAMES.length)];
    String email = random.nextInt(9) == 0 ? "" : EMAILS[random.nextInt(EMAILS.length)];
    return " ".repeat(random.nextInt(2)) + name + " ".repeat(random.nextInt(3)) + "<" + email + ">";
  }

  private void assertSameAsGit(String text) {
    GitRepo repo = GitRepo.init(temp).write(".mailmap", text);
    Mailmap mailmap = Mailmap.parse(text);
    StringBuilder asked = new StringBuilder();
    List<String> ours = new ArrayList<>();
    for (String name : NAMES) {
      for (String email : EMAILS) {
        asked.append(name).append(" <").append(email).append(">\n");
        Mailmap.Ident shown = mailmap.map(name, email);
        ours.add(shown.name() + " <" + shown.email() + ">");
      }
    }
    byte[] said =
        repo.bytes(asked.toString().getBytes(StandardCharsets.UTF_8), "check-mailmap", "--stdin");
    assertEquals(
        new String(said, StandardCharsets.UTF_8), String.join("\n", ours) + "\n", "with " + text);
  }
}
