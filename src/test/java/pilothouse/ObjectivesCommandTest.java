package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pilothouse objectives} as people call it. */
class ObjectivesCommandTest {
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: answers}
      spec:
        service: checkout
        indicator:
          metadata: {name: web}
          spec: {ratioMetric: {counter: false, good: {}, total: {}}}
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
      """;

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void opens() {
    terminal = Terminal.ready(folder.resolve("data"));
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private String file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Practice("F3")
  @Test
  void aFileIsTakenOnceAndAChangeIsTold() throws IOException {
    String slo = file("slo.yaml", SLO);
    assertEquals(
        "slo.yaml: 1 objective read: 1 new, 0 changed, 0 unchanged, 0 refused. Left out: 0 documents of other kinds.\n",
        terminal.run("objectives", slo).fine().out());
    assertTrue(terminal.run("objectives", slo).fine().out().contains("0 changed, 1 unchanged"));
    String other = file("other.yaml", SLO.replace("0.999", "0.99") + "---\nkind: Service\n");
    String changed = terminal.run("objectives", other).fine().out();
    assertTrue(changed.contains("1 changed, 0 unchanged"), changed);
    assertTrue(changed.contains("1 document of other kinds"), changed);
  }

  @Test
  void whatIsRefusedIsNamedAndHindersNoOther() throws IOException {
    String wrong = SLO.replace("name: answers", "name: wrong").replace("0.999", "2");
    Terminal.Ended ended = terminal.run("objectives", file("two.yaml", wrong + "---\n" + SLO));
    assertEquals(1, ended.exit(), ended.err());
    assertTrue(ended.out().contains("1 new, 0 changed, 0 unchanged, 1 refused"), ended.out());
    assertTrue(ended.out().contains("\n  refused wrong: "), ended.out());
  }

  @Test
  void whatIsNoFileOfObjectivesIsRefusedWithTheMend() throws IOException {
    terminal.run("objectives", "none.yaml").refused("none.yaml is no file that can be read");
    terminal.run("objectives", folder.toString()).refused("is no file that can be read");
    terminal
        .run("objectives", file("latin.yaml", new byte[] {'a', (byte) 0xe9, 'b'}))
        .refused("latin.yaml is no text in UTF-8");
    terminal
        .run("objectives", file("long.yaml", "#".repeat((4 << 20) + 1)))
        .refused("long.yaml is larger than 4 MiB");
    terminal.run("objectives", file("hello.yaml", "hello")).refused("apiVersion: openslo/v1");
  }
}
