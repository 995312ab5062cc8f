package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;
import pilothouse.git.ImportStream;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** Real processes: killed, two at once, without memory, without room, without permission. */
class ProcessesTest {
  @TempDir Path folder;

  private Child check(String... more) {
    return Child.start(folder, "384m", words(more));
  }

  private String[] words(String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("check", Village.repository().toString(), "--data", data().toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Test
  void killedAtAnyMomentTheNextStartGoesOn() {
    String whole = untimed(new Terminal(folder.resolve("calm")).check(Village.repository()));
    Random random = new Random(20_261_102);
    List<Integer> moments = List.of(0, 1, 4_096, random.nextInt(60_000), random.nextInt(120_000));
    for (int bytes : moments) {
      try (Child child = check()) {
        while (child.isAlive() && stored() < bytes) {
          Thread.onSpinWait();
        }
        child.kill();
      }
      assertIntact();
    }
    Terminal.Ended after = new Terminal(data()).check(Village.repository()).fine();
    assertEquals(whole, untimed(after));
    assertIntact();
  }

  /** How much has been written so far. */
  private long stored() {
    return Databases.bytes(data());
  }

  private void assertIntact() {
    if (stored() > 0) {
      try (Storage storage = Databases.of(data())) {
        assertEquals(List.of(), storage.damages());
      }
    }
  }

  private static String untimed(Terminal.Ended page) {
    return page.fine().out();
  }

  @Test
  void twoAtOnceOnOneDataFolderTellTheSame() {
    try (Child first = check("--until", "2026-11-02");
        Child second = check("--until", "2026-11-02")) {
      assertEquals(first.ended().fine().out(), second.ended().fine().out());
    }
    assertIntact();
  }

  @Test
  void checkMayRunBesideUp() throws Exception {
    try (Child up =
        Child.start(
            folder,
            "384m",
            "up",
            Village.repository().toString(),
            "--port",
            "0",
            "--no-browser",
            "--data",
            data().toString())) {
      URI address = up.address();
      check().ended().fine();
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(address.resolve("/systems")).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("ferry"), page.body());
    }
    assertIntact();
  }

  @Test
  void aTakenPortIsNamedWithWhoHoldsIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Terminal.Ended ended =
          Child.start(
                  folder, "384m", "up", "--port", port, "--no-browser", "--data", data().toString())
              .ended()
              .refused("Port " + port + " is taken");
      boolean isLinux = Files.isDirectory(Path.of("/proc/self/fd"));
      String here = Long.toString(ProcessHandle.current().pid());
      assertTrue(!isLinux || ended.err().contains("process " + here), ended.err());
      ended.says("--port 0");
    }
  }

  @Test
  void upEndsWhereNothingCanBeStored() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Terminal.Ended ended =
        Child.start(folder, "384m", "up", "--port", "0", "--no-browser", "--data", file.toString())
            .ended();
    assertEquals(2, ended.exit());
    ended.says("--data");
  }

  @Test
  void upRefusesARepositoryThatIsNotThere() {
    Terminal.Ended ended =
        Child.start(
                folder,
                "384m",
                "up",
                folder.resolve("nowhere").toString(),
                "--port",
                "0",
                "--no-browser",
                "--data",
                data().toString())
            .ended();
    assertEquals(2, ended.exit());
    ended.says("check the path");
    assertFalse(ended.out().contains("Pilothouse is at"), "no address of what cannot be served");
  }

  @Test
  void aFullDiskLosesNothingAndItGoesOnWhenThereIsRoom() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"));
    assumeTrue(Databases.usual() == Databases.SQLITE, "a server has a disk of its own");
    new Terminal(data()).run("check", small().toString()).fine();
    Path library = folder.resolve("libsqlitejdbc.so");
    String arch = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
    try (var in =
        org.sqlite.JDBC.class.getResourceAsStream(
            "native/Linux/" + arch + "/" + library.getFileName())) {
      Files.write(library, java.util.Objects.requireNonNull(in).readAllBytes());
    }
    String shell =
        "trap '' XFSZ; ulimit -f %d; java=$1; shift; exec \"$java\" -Dorg.sqlite.lib.path=%s \"$@\""
            .formatted(BLOCKS, folder);
    List<String> limits = List.of("/bin/sh", "-c", shell, "sh");
    Terminal.Ended full = Child.start(folder, limits, "384m", words()).ended();
    full.refused("disk");
    assertIntact();
    new Terminal(data()).check(Village.repository()).fine();
    new Terminal(data()).run("check", small().toString()).fine();
  }

  /** Of 512 bytes: room for the small files beside the database, and for little more. */
  private static final int BLOCKS = 80;

  private Path small() {
    Path path = folder.resolve("small");
    return Files.exists(path) ? path : GitRepo.init(path).write("a", "1\n").commit("First").path();
  }

  @Test
  void aRepositoryWithoutPermissionIsRefused() throws IOException {
    GitRepo repo = GitRepo.init(folder.resolve("locked")).write("a", "1\n").commit("First");
    for (Path locked : List.of(repo.inside("objects"), repo.inside("HEAD"), repo.inside(""))) {
      var before = Files.getPosixFilePermissions(locked);
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
      powerless("check", repo.path().toString(), "--data", data().toString()).refused("ermission");
      Files.setPosixFilePermissions(locked, before);
    }
  }

  @Test
  void aDataFolderWithoutPermissionIsRefused() throws IOException {
    Files.createDirectory(data());
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("r-x------"));
    powerless(words()).refused("--data");
    Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
  }

  /** As a user to whom permissions apply: root does without them unless they are taken away. */
  private Terminal.Ended powerless(String... words) {
    boolean isRoot = System.getProperty("user.name").equals("root");
    List<String> limits =
        List.of(
            "setpriv",
            "--inh-caps=-dac_override,-dac_read_search",
            "--bounding-set=-dac_override,-dac_read_search");
    return Child.start(folder, isRoot ? limits : List.of(), "384m", words).ended();
  }

  @Test
  void bombsAreCountedAsUnknownInTheUsualMemory() {
    GitRepo repo = GitRepo.init(folder.resolve("bombs"));
    ImportStream stream = new ImportStream();
    int first = stream.commit("main", "first", 1_793_000_000L);
    byte[] zeros = new byte[200 << 20];
    stream.file("100644", "zeros.bin".getBytes(java.nio.charset.StandardCharsets.UTF_8), zeros);
    java.util.Arrays.fill(zeros, (byte) '\n');
    stream.file("100644", "lines.txt".getBytes(java.nio.charset.StandardCharsets.UTF_8), zeros);
    stream.commit("main", "second", 1_793_000_001L, first);
    stream.file("ok.java", "int x;\n");
    repo.load(stream);
    Terminal.Ended rows =
        Child.start(folder, "384m", "numstat", repo.path().toString()).ended().fine();
    assertTrue(rows.out().contains("-\t-\tzeros.bin"), rows.out());
    assertTrue(rows.out().contains("?\t?\tlines.txt"), rows.out());
    assertTrue(rows.out().contains("1\t0\tok.java"), rows.out());
    rows.says("1 row has question marks");
  }

  @Test
  void tooLittleMemoryIsASentence() {
    Terminal.Ended ended = Child.start(folder, "12m", words()).ended();
    ended.refused("--memory 1g");
    check().ended().fine();
  }

  @Test
  void othersCannotLookIntoTheDataFolder() throws IOException {
    check().ended().fine();
    assertEquals("rwx------", mode(data()));
    if (Databases.usual() == Databases.SQLITE) {
      assertEquals("rw-------", mode(data().resolve("pilothouse.db")));
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
