package pilothouse.evidence;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pilothouse.evidence.Sounding.State;
import pilothouse.git.Progress;
import pilothouse.git.Scan;
import pilothouse.systems.Repository;

/** The board on which every browser sees how far each repository is. */
final class Soundings {
  private final InstantSource clock;
  private final Map<String, Sounding> board = new LinkedHashMap<>();

  Soundings(InstantSource clock) {
    this.clock = clock;
  }

  synchronized List<Sounding> all() {
    return new ArrayList<>(board.values());
  }

  synchronized void begin(Repository repository) {
    var begun =
        new Sounding(
            repository.name(),
            repository.shownSource(),
            State.WAITING,
            0,
            0,
            clock.instant(),
            null,
            "");
    board.put(repository.name(), begun);
  }

  void cloning(String name) {
    change(name, sounding -> sounding.at(State.CLONING, 0, 0));
  }

  /** Another process reads it now. */
  void elsewhere(String name) {
    change(name, sounding -> sounding.hearing("is read by another process"));
  }

  void hear(String name, String line) {
    change(name, sounding -> sounding.hearing(line));
  }

  void done(String name) {
    change(name, sounding -> sounding.over(State.DONE, clock.instant(), ""));
  }

  void failed(String name, String reason) {
    change(name, sounding -> sounding.over(State.FAILED, clock.instant(), reason));
  }

  synchronized void forget(String name) {
    board.remove(name);
  }

  /** Writes a scan's steps on the board, and then tells them to whoever hears too. */
  Progress progress(String name, Consumer<Supplier<Scan>> early, Progress hears) {
    return new Progress() {
      @Override
      public void step(Phase phase, long done, long total) {
        State state = State.valueOf(phase.name());
        change(name, sounding -> sounding.at(state, done, total));
        hears.step(phase, done, total);
      }

      @Override
      public void early(Supplier<Scan> scan) {
        early.accept(scan);
        hears.early(scan);
      }
    };
  }

  private synchronized void change(String name, UnaryOperator<Sounding> how) {
    board.computeIfPresent(name, (key, sounding) -> how.apply(sounding));
  }
}
