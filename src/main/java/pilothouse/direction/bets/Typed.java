package pilothouse.direction.bets;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Json;
import pilothouse.web.Request;

/** Reads a draft, whose parts are texts, from the fields of a form that are called like them. */
public interface Typed {
  /** So many answers are read of one form. */
  int ANSWERS = 40;

  /** The same whatever was sent: what is missing, or nothing but blanks, is empty. */
  static String or(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** The draft that a form holds. */
  static <D extends Record> D form(Request request, Class<D> draft) {
    RecordComponent[] parts = draft.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      String name = Json.name(parts[i].getName());
      values[i] = types[i] == Map.class ? answers(request, name) : request.typed(name);
    }
    try {
      Constructor<D> made = draft.getDeclaredConstructor(types);
      return made.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers to what a form asks: {@code answers} names them, {@code answers.reach} is one. */
  private static Map<String, String> answers(Request request, String name) {
    Map<String, String> answers = new TreeMap<>();
    for (String key : request.typed(name).split(" ", ANSWERS)) {
      String answer = key.isEmpty() ? "" : request.typed(name + "." + key);
      if (!answer.isEmpty()) {
        answers.put(key, answer);
      }
    }
    return answers;
  }
}
