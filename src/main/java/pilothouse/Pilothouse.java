package pilothouse;

/** The program: runs one command and ends with its exit code. */
public final class Pilothouse {
  private Pilothouse() {}

  /** Runs one command. */
  public static void main(String[] words) {
    Logging.announce();
    int exit = new Commands(Pilothouse::open, Console.machine()).run(words);
    System.exit(exit);
  }

  private static House open(Settings settings, Console console) {
    return new App(settings, console);
  }
}
