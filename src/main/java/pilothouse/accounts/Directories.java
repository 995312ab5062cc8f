package pilothouse.accounts;

import java.io.IOException;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Proven;

/** The directories of the settings, which know passwords that are not kept here. */
final class Directories {
  private static final Logger LOG = System.getLogger(Directories.class.getName());
  private final List<Provider> all;
  private final Protocols protocols;

  Directories(Providers providers, Protocols protocols) {
    this.all = providers.all().stream().filter(provider -> !Protocols.leadsAway(provider)).toList();
    this.protocols = protocols;
  }

  /**
   * What they say of a password.
   *
   * @param proven null where none of them knows it
   * @param silent the titles of those that gave no answer
   */
  record Said(@Nullable Proven proven, List<String> silent) {
    Said {
      silent = List.copyOf(silent);
    }
  }

  /** How people know them, in the order of the file. */
  List<String> titles() {
    return all.stream().map(Provider::title).toList();
  }

  /**
   * Asks one of them.
   *
   * @throws Refused where it gives no answer
   */
  Optional<Proven> asked(Provider provider, String login, String password) {
    try {
      return protocols.proven(provider, login, password);
    } catch (IOException e) {
      throw Elsewhere.failed(provider, e);
    }
  }

  /** Asks each until one knows it. */
  Said asked(String login, String password) {
    List<String> silent = new ArrayList<>();
    for (Provider provider : all) {
      try {
        Optional<Proven> proven = protocols.proven(provider, login, password);
        if (proven.isPresent()) {
          return new Said(proven.get(), silent);
        }
      } catch (IOException e) {
        LOG.log(
            Logger.Level.WARNING,
            () -> "the directory " + provider.name() + " does not answer: " + e.getMessage());
        silent.add(provider.title());
      }
    }
    return new Said(null, silent);
  }
}
