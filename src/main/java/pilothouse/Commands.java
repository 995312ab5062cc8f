package pilothouse;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.git.GitTrouble;
import pilothouse.storage.StorageTrouble;
import pilothouse.text.Say;

/** All commands; turns every trouble into a sentence and an exit code. */
final class Commands {
  private final Console console;
  private final CommandLine line;

  Commands(House.Opening opening, Console console) {
    this(opening, console, Asks.TERMINAL);
  }

  /** Commands that ask somebody else than the terminal. */
  Commands(House.Opening opening, Console console, Asks asks) {
    this.console = console;
    this.line =
        new CommandLine(new Root())
            .addSubcommand(new Up(opening, console))
            .addSubcommand(new Check(opening, console))
            .addSubcommand(new Delivered(opening, console))
            .addSubcommand(new Numstat(console))
            .addSubcommand(new Doctor(opening, console))
            .addSubcommand(
                new CommandLine(new Pull(console))
                    .addSubcommand(new PullPrometheus(console))
                    .addSubcommand(new PullSql(console))
                    .addSubcommand(new HelpCommand()))
            .addSubcommand(new Import(console, asks))
            .addSubcommand(new Catalog(console))
            .addSubcommand(new Slos(console))
            .addSubcommand(new FocusTime(console))
            .addSubcommand(DecisionCommands.of(console))
            .addSubcommand(DebtCommand.of(console))
            .addSubcommand(FlagCommand.of(console))
            .addSubcommand(new Seal(console, asks))
            .addSubcommand(new Backup(console, asks))
            .addSubcommand(new Restore(console, asks))
            .addSubcommand(new JournalCommand(console))
            .addSubcommand(new Move(console))
            .addSubcommand(new VerdictCommand(console))
            .addSubcommand(new Shown(console))
            .addSubcommand(new Invite(console))
            .addSubcommand(new Rehearse(opening, console))
            .addSubcommand(new HelpCommand());
    helped(line);
    line.setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler((trouble, words) -> unknown(trouble))
        .setExecutionExceptionHandler((trouble, at, parsed) -> trouble(trouble));
  }

  /** Each command answers to {@code --help}, too. */
  private static void helped(CommandLine line) {
    for (CommandLine one : line.getSubcommands().values()) {
      if (!one.getCommandSpec().optionsMap().containsKey("--help")) {
        one.getCommandSpec()
            .addOption(
                OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Shows this help.")
                    .build());
      }
      helped(one);
    }
  }

  @Command(
      name = "pilothouse",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      description = "What a git history tells those who lead engineering.",
      footer = "%n`pilothouse help COMMAND` says more; docs/using.md says all.")
  private static final class Root {}

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"pilothouse " + number()};
    }

    static String number() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return version == null ? "(not packaged)" : version;
    }
  }

  /** Runs one command line and says what it ends with. */
  int run(String... words) {
    try {
      if (words.length == 0) {
        line.usage(line.getOut());
        return Exit.BAD_INPUT;
      }
      return line.execute(words);
    } catch (OutOfMemoryError e) {
      say(Memory.SPENT);
      return Exit.BAD_INPUT;
    } catch (LinkageError e) {
      // Where memory ends while the JVM itself links code, it tells so in a wrapping of its own.
      if (!isSpent(e)) {
        throw e;
      }
      say(Memory.SPENT);
      return Exit.BAD_INPUT;
    } finally {
      console.out().flush();
    }
  }

  private static boolean isSpent(Throwable trouble) {
    Throwable cause = trouble.getCause();
    return trouble instanceof OutOfMemoryError || (cause != null && isSpent(cause));
  }

  private int unknown(ParameterException trouble) {
    String mend = "";
    if (trouble instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      mend = near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }
    CommandLine above = trouble.getCommandLine().getParent();
    String help =
        above == null
            ? "pilothouse help"
            : above.getCommandSpec().qualifiedName()
                + " help "
                + trouble.getCommandLine().getCommandName();
    String says = String.valueOf(trouble.getMessage()).strip();
    say("%s%s%s See: %s".formatted(says, says.endsWith(".") ? "" : ".", mend, help));
    return Exit.BAD_INPUT;
  }

  private int trouble(Exception trouble) {
    if (isForeseen(trouble)) {
      say(String.valueOf(trouble.getMessage()));
    } else if (trouble instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    } else if (console.environment().containsKey("PILOTHOUSE_TRACE")) {
      trouble.printStackTrace(console.err());
    } else {
      say(
          "this failed in a way that nobody foresaw: %s. PILOTHOUSE_TRACE=1 before the command shows where; please report it."
              .formatted(trouble));
    }
    return Exit.BAD_INPUT;
  }

  private static boolean isForeseen(Exception trouble) {
    return trouble instanceof Refused
        || trouble instanceof GitTrouble
        || trouble instanceof PullTrouble
        || trouble instanceof StorageTrouble;
  }

  private void say(String sentence) {
    console.err().println(Logging.sentence(Say.plain(sentence)));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
