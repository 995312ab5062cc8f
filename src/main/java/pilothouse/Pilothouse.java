package pilothouse;

/** The command line. */
public final class Pilothouse {
  private Pilothouse() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.out.println("pilothouse " + args.length);
  }
}
