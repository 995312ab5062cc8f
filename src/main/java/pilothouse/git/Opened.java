package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A repository that is open: its references, what is laid over its history, its objects.
 *
 * @param machine the machine's git, where we cannot read ourselves
 */
record Opened(
    Place place,
    Refs refs,
    Amendments amendments,
    Objects objects,
    @Nullable MachineObjects machine)
    implements AutoCloseable {

  /** Finds and opens a repository. */
  static Opened open(Path path) {
    Place place = Place.find(path);
    if (place.needsMachineGit()) {
      MachineGit git = MachineGit.find();
      return open(place, git.refs(place), new MachineObjects(git, place));
    }
    return open(place, Refs.read(place), null);
  }

  private static Opened open(Place place, Refs refs, @Nullable MachineObjects machine) {
    Amendments amendments = Amendments.read(place, refs);
    Objects objects = new Objects(place.objects(), place.idWidth(), machine);
    objects.replace(amendments.replacements());
    return new Opened(place, refs, amendments, objects, machine);
  }

  /** Whether what is there is not the whole history as it was written. */
  boolean isAltered() {
    return !amendments.shallow().isEmpty()
        || !amendments.grafts().isEmpty()
        || !amendments.replacements().isEmpty();
  }

  /** Content of a file of the head's tree, or null. */
  byte @Nullable [] headFile(String file) {
    return headFile(file, Integer.MAX_VALUE);
  }

  /** The same, where it is not larger than so many bytes. */
  byte @Nullable [] headFile(String file, int largest) {
    Gone gone = new Gone();
    try (ObjectReader reader = new ObjectReader(objects, 1 << 20)) {
      byte[] head =
          Tips.of(new Refs(null, refs.headId(), java.util.List.of(), 0), objects, reader, gone)
              .head();
      long place = head == null ? Objects.MISSING : objects.find(head, 0);
      if (head == null || place == Objects.MISSING) {
        return null;
      }
      Whole.Content commit = reader.read(place);
      byte[] id = Commit.parse(head, commit.bytes(), commit.size()).tree();
      for (String name : file.split("/", -1)) {
        id = entry(reader, id, name.getBytes(StandardCharsets.UTF_8));
        if (id == null) {
          return null;
        }
      }
      long blob = objects.find(id, 0);
      if (blob == Objects.MISSING || reader.size(blob) > largest) {
        return null;
      }
      Whole.Content content = reader.read(blob);
      return content.type() == 3 && content.size() <= largest
          ? Arrays.copyOf(content.bytes(), content.size())
          : null;
    } catch (Damage broken) {
      return null;
    }
  }

  private byte @Nullable [] entry(ObjectReader reader, byte[] tree, byte[] name) throws Damage {
    long place = objects.find(tree, 0);
    if (place == Objects.MISSING) {
      return null;
    }
    Whole.Content content = reader.read(place);
    if (content.type() != 2) {
      return null;
    }
    TreeCursor cursor = new TreeCursor();
    for (cursor.open(content, objects.width()); !cursor.done(); cursor.step()) {
      if (Arrays.equals(cursor.bytes(), cursor.nameAt(), cursor.nameEnd(), name, 0, name.length)) {
        return Arrays.copyOfRange(cursor.bytes(), cursor.idAt(), cursor.idAt() + objects.width());
      }
    }
    return null;
  }

  @Override
  public void close() {
    objects.close();
    if (machine != null) {
      machine.close();
    }
  }
}
