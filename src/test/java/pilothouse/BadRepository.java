package pilothouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.stream.Stream;
import pilothouse.git.GitRepo;

/** Repositories that something happened to, and what the program says of them. */
enum BadRepository {
  NOT_THERE(2, "check the path") {
    @Override
    Path spoil(GitRepo repo) {
      return repo.path().resolve("nowhere");
    }
  },
  NO_REPOSITORY(2, "git init") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      return Files.createDirectories(repo.path().resolveSibling("plain"));
    }
  },
  HALF_A_CLONE(2, "finish the clone") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      Files.delete(repo.inside("HEAD"));
      return repo.path();
    }
  },
  A_FILE_INSTEAD_OF_GIT(2, "gitdir") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      Path other = Files.createDirectories(repo.path().resolveSibling("other"));
      Files.writeString(other.resolve(".git"), "nothing of the kind");
      return other;
    }
  },
  EMPTY(0, "no commits yet") {
    @Override
    Path spoil(GitRepo repo) {
      return GitRepo.init(repo.path().resolveSibling("empty")).path();
    }
  },
  PACK_WITH_GARBAGE(0, "damaged or too large") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      byte[] garbage = new byte[600];
      new Random(7).nextBytes(garbage);
      overwrite(file(repo, ".pack"), Files.size(file(repo, ".pack")) - 700, garbage);
      return repo.path();
    }
  },
  PACK_CUT_SHORT(0, "damaged or too large") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      Path pack = file(repo, ".pack");
      try (FileChannel channel = FileChannel.open(pack, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() - 700);
      }
      return repo.path();
    }
  },
  PACK_OF_NOTHING(2, "does not start as a pack") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      Files.write(file(repo, ".pack"), new byte[0]);
      return repo.path();
    }
  },
  PACK_WITH_ANOTHER_MAGIC(2, "git fsck") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      overwrite(file(repo, ".pack"), 0, "KCAP".getBytes(StandardCharsets.UTF_8));
      return repo.path();
    }
  },
  INDEX_CUT_SHORT(2, "git index-pack") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      try (FileChannel channel = FileChannel.open(file(repo, ".idx"), StandardOpenOption.WRITE)) {
        channel.truncate(1_100);
      }
      return repo.path();
    }
  },
  INDEX_WITH_GARBAGE(2, "git index-pack") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      byte[] garbage = new byte[900];
      new Random(7).nextBytes(garbage);
      overwrite(file(repo, ".idx"), 8, garbage);
      return repo.path();
    }
  },
  HEAD_OF_NOTHING(2, "git fsck") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      Files.writeString(repo.inside("refs/heads/main"), "1".repeat(40) + "\n");
      return repo.path();
    }
  },
  A_MISSING_COMMIT(0, "damaged or too large") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      return without(repo, "HEAD~2");
    }
  },
  A_MISSING_TREE(0, "damaged or too large") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      return without(repo, "HEAD~2^{tree}");
    }
  },
  A_MISSING_FILE(0, "lines could not be counted") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      return without(repo, "HEAD:file0");
    }
  },
  ALTERNATES_IN_A_CIRCLE(0, "Health check") {
    @Override
    Path spoil(GitRepo repo) throws IOException {
      Files.createDirectories(repo.inside("objects/info"));
      Files.writeString(
          repo.inside("objects/info/alternates"),
          repo.inside("objects") + "\n/etc\n/nowhere/at/all\n../objects\n");
      return repo.path();
    }
  };

  /** What the check ends with. */
  final int exit;

  /** On standard error when it is refused, else on the page. */
  final String says;

  BadRepository(int exit, String says) {
    this.exit = exit;
    this.says = says;
  }

  /** Does it to a whole repository of five commits in one pack; returns what to check. */
  abstract Path spoil(GitRepo repo) throws IOException;

  /** A repository to which it happened. */
  Path in(Path folder) {
    GitRepo repo = GitRepo.init(folder.resolve("ferry"));
    Random random = new Random(11);
    for (int i = 0; i < 5; i++) {
      for (int file = 0; file < 4; file++) {
        String line = Long.toHexString(random.nextLong());
        repo.write("file" + file, (line + "\n").repeat(3) + random.nextLong() + "\n");
      }
      repo.commit("Change " + i);
    }
    repo.pack(10, 10);
    try {
      return spoil(repo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(GitRepo repo, String ending) throws IOException {
    try (Stream<Path> files = Files.list(repo.inside("objects/pack"))) {
      Path file = files.filter(each -> each.toString().endsWith(ending)).findFirst().orElseThrow();
      if (!file.toFile().setWritable(true)) {
        throw new IOException("cannot make writable " + file);
      }
      return file;
    }
  }

  private static void overwrite(Path file, long at, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }

  private static Path without(GitRepo repo, String object) throws IOException {
    String id = repo.id(object);
    repo.loose();
    Files.delete(repo.inside("objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    return repo.path();
  }
}
