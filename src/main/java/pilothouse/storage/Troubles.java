package pilothouse.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns what the databases report into sentences that name the mend. */
final class Troubles {
  private Troubles() {}

  static StorageTrouble folder(Path folder, @Nullable IOException cause) {
    String says =
        "The data folder "
            + folder
            + " cannot be written to; give another one with --data, or change its permissions.";
    return cause == null ? new StorageTrouble(says) : new StorageTrouble(says, cause);
  }

  static StorageTrouble of(Database database, Exception cause) {
    if (cause instanceof StorageTrouble trouble) {
      return trouble;
    }
    return switch (database) {
      case Sqlite file -> file(file, cause);
      case Postgres server -> server(server.place(), cause);
    };
  }

  private static StorageTrouble file(Sqlite file, Exception cause) {
    SQLException reported = reported(cause);
    return sentence(
        file.place(), reported == null ? null : sqlite(reported.getErrorCode() & 0xff), cause);
  }

  /** What a server reports, at a place without its password. */
  static StorageTrouble server(String place, Exception cause) {
    SQLException reported = reported(cause);
    return sentence(place, reported == null ? null : postgres(reported.getSQLState()), cause);
  }

  static StorageTrouble tooOld(String place, int version, int oldest) {
    return new StorageTrouble(
        "The database %s is on PostgreSQL %d, and Pilothouse needs %d or newer; upgrade the server, or name another one."
            .formatted(place, version, oldest));
  }

  private static StorageTrouble sentence(String place, @Nullable String known, Exception cause) {
    String begin = "The database " + place + " ";
    if (known != null) {
      return new StorageTrouble(begin + known, cause);
    }
    SQLException reported = reported(cause);
    return reported == null
        ? new StorageTrouble(
            begin + "reports: " + firstLine(cause) + ".",
            begin + "failed with " + cause.getClass().getName() + ".",
            cause)
        : new StorageTrouble(
            begin + "reports: " + firstLine(reported) + ".",
            begin + "reports the error %s.".formatted(code(reported)),
            cause);
  }

  /** By which its documentation knows it. */
  private static String code(SQLException reported) {
    return reported.getSQLState() == null
        ? String.valueOf(reported.getErrorCode())
        : reported.getSQLState();
  }

  private static @Nullable String sqlite(int code) {
    return switch (code) {
      case 5, 6 -> "is locked by another process; wait for it to finish, or stop it.";
      case 8 -> "is read-only; change its permissions, or give another folder with --data.";
      case 10 -> "cannot be read or written (disk error or no space); look at the disk.";
      case 11, 26 ->
          "is damaged or not a database; move it away and the next start reads everything again.";
      case 13 -> "cannot grow: the disk is full; free some space, nothing was lost.";
      case 14 -> "cannot be opened; look at the permissions, or give another folder with --data.";
      default -> null;
    };
  }

  private static @Nullable String postgres(@Nullable String state) {
    if (state == null) {
      return null;
    }
    if (state.startsWith("28") || state.equals("08004")) {
      return "refuses this user or password; look at the user in the URL, and at the setting database_password or its file.";
    }
    if (state.startsWith("08") || state.equals("57P03")) {
      return "does not answer; look whether the server runs and the address is right.";
    }
    return switch (state) {
      case "3D000" -> "is not there; create it with createdb, or correct its name in the URL.";
      case "40P01" ->
          "undid this change, because it and another one waited for each other; do it again.";
      case "42501" -> "does not let this user create or change tables; make the user its owner.";
      case "53300" ->
          "has no connection left; let the server allow more (max_connections), or stop others.";
      case "22021" ->
          "cannot hold the sign U+0000, which PostgreSQL knows in no text; take it out where it stands.";
      case "22003" -> "cannot hold a number that is larger than its column.";
      case "25006" -> "is read-only, as a standby is; name the server that may be written to.";
      case "53100" -> "cannot grow: the server's disk is full; nothing was lost.";
      default -> null;
    };
  }

  private static @Nullable SQLException reported(Throwable cause) {
    SQLException found = null;
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SQLException reported) {
        found = reported;
      }
    }
    return found;
  }

  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
