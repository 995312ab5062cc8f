package pilothouse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the system asks of the process. The first request to end (SIGTERM, or SIGINT by Ctrl-C) ends
 * it in order; the second ends it at once. The JDK has no supported way to hear them, and a
 * shutdown hook could neither end with 0 nor hear the second; so its own class is used by its name.
 */
final class Signals {
  private static final int ENDED_BY = 128;
  private static final String CLASS = "sun.misc.Signal";

  private enum Kind {
    INT(2),
    TERM(15);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  private Signals() {}

  /** Calls this at the first signal; where signals cannot be heard, each ends the process. */
  static void onFirst(Runnable end) {
    AtomicBoolean heard = new AtomicBoolean();
    for (Kind kind : Kind.values()) {
      hear(
          kind,
          () -> {
            if (heard.compareAndSet(false, true)) {
              end.run();
            } else {
              Runtime.getRuntime().halt(ENDED_BY + kind.number);
            }
          });
    }
  }

  /** From now on each signal ends the process, as the system has it. */
  static void leave() {
    for (Kind kind : Kind.values()) {
      try {
        Class<?> signal = Class.forName(CLASS);
        Class<?> handler = Class.forName(CLASS + "Handler");
        Object named = signal.getConstructor(String.class).newInstance(kind.name());
        Object usual = handler.getField("SIG_DFL").get(null);
        signal.getMethod("handle", signal, handler).invoke(null, named, usual);
      } catch (ReflectiveOperationException _) {
        // Then nothing was heard before either.
      }
    }
  }

  private static void hear(Kind kind, Runnable hears) {
    try {
      Class<?> signal = Class.forName(CLASS);
      Class<?> handler = Class.forName(CLASS + "Handler");
      Object listening =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, _) -> {
                if (method.getName().equals("handle")) {
                  hears.run();
                }
                return null; // nobody compares or prints it
              });
      Object named = signal.getConstructor(String.class).newInstance(kind.name());
      signal.getMethod("handle", signal, handler).invoke(null, named, listening);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException _) {
      // Then a signal ends the process at once; what is on the disk stays sound.
    }
  }
}
