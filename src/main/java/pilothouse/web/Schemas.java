package pilothouse.web;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records, told by their components: what may be null says so itself. */
final class Schemas {
  private final Map<String, Object> all = new TreeMap<>();
  private boolean isTaken;

  /** Those that were asked for, and those within them, by their names. */
  Map<String, Object> all() {
    return all;
  }

  /** The same of what a program sends: it may leave out what may be null. */
  Object taken(Type type) {
    isTaken = true;
    Object schema = of(type);
    isTaken = false;
    return schema;
  }

  /** The schema of a type; that of a record stands among all and is referred to. */
  Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? Map.of("type", "object", "additionalProperties", of(of[1]))
          : Map.of("type", "array", "items", of(of[0]));
    }
    return type instanceof Class<?> plain ? of(plain) : Map.of();
  }

  private Object of(Class<?> type) {
    if (type == String.class) {
      return Map.of("type", "string");
    }
    if (type == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return Map.of("type", "integer");
    }
    if (type == double.class || type == Double.class) {
      return Map.of("type", "number");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type.isEnum()) {
      return Map.of(
          "type",
          "string",
          "enum",
          Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    return type.isRecord() ? record(type) : Map.of();
  }

  private Object record(Class<?> type) {
    String name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    Object reference = Map.of("$ref", "#/components/schemas/" + name);
    if (all.putIfAbsent(name, Map.of()) != null) {
      return reference;
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(Json.name(component.getName()), property(component.getAnnotatedType()));
      if (!isTaken || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(Json.name(component.getName()));
      }
    }
    all.put(name, Map.of("type", "object", "properties", properties, "required", required));
    return reference;
  }

  private Object property(AnnotatedType annotated) {
    Object schema =
        annotated instanceof AnnotatedParameterizedType generic
                && ((ParameterizedType) generic.getType()).getRawType() != Map.class
            ? Map.of(
                "type", "array", "items", property(generic.getAnnotatedActualTypeArguments()[0]))
            : of(annotated.getType());
    return annotated.isAnnotationPresent(Nullable.class)
        ? Map.of("anyOf", List.of(schema, Map.of("type", "null")))
        : schema;
  }
}
