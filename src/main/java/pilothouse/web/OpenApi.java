package pilothouse.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The description of all routes for programs as an OpenAPI 3.1 document, made from the routes. */
public final class OpenApi {
  private static final Pattern PART = Pattern.compile("\\{([^}]+)}");
  private final Schemas schemas = new Schemas();
  private final Map<String, Integer> names = new HashMap<>();

  private OpenApi() {}

  /** The document: every route below {@code /api/} and every other one that is told of. */
  public static Map<String, Object> of(List<Route> routes) {
    return new OpenApi().document(routes);
  }

  private Map<String, Object> document(List<Route> routes) {
    routes.stream()
        .filter(Route::isTold)
        .flatMap(route -> Stream.ofNullable(route.telling().takes()))
        .forEach(schemas::taken);
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      if (route.isTold()) {
        paths
            .computeIfAbsent(route.path(), _ -> new LinkedHashMap<>())
            .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
      }
    }
    Object problem = schemas.of(Problem.class);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "Pilothouse",
            "version", "1",
            "description",
                "Every number that pages show, as JSON. Durations are seconds, rates are fractions,"
                    + " times are ISO 8601 in UTC; what is not known is null, with the reason."));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            schemas.all(),
            "responses",
            Map.of("Problem", answer("What is wrong", "application/problem+json", problem))));
    return document;
  }

  private Map<String, Object> operation(Route route) {
    Telling told = route.telling();
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", name(route));
    if (!told.says().isEmpty()) {
      operation.put("summary", told.says());
    }
    List<Object> parameters = new ArrayList<>();
    for (String part : parts(route.path())) {
      parameters.add(parameter(part, "path", "", "string", true));
    }
    for (Telling.Field field : told.fields()) {
      parameters.add(
          parameter(field.name(), "query", field.says(), field.kind(), field.required()));
    }
    operation.put("parameters", parameters);
    var takes = told.takes();
    if (takes != null) {
      Object body = Map.of("application/json", Map.of("schema", schemas.of(takes)));
      operation.put("requestBody", Map.of("required", true, "content", body));
    }
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("200", answer("The answer", told.type(), given(told)));
    answers.put("default", Map.of("$ref", "#/components/responses/Problem"));
    operation.put("responses", answers);
    return operation;
  }

  private Object given(Telling told) {
    var gives = told.gives();
    if (gives == null) {
      return told.type().contains("json") ? Map.of() : Map.of("type", "string");
    }
    Object one = schemas.of(gives);
    return told.many() ? Map.of("type", "array", "items", one) : one;
  }

  private static List<String> parts(String path) {
    return PART.matcher(path).results().map((MatchResult part) -> part.group(1)).toList();
  }

  private static Map<String, Object> parameter(
      String name, String in, String says, String kind, boolean required) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", required);
    if (!says.isEmpty()) {
      parameter.put("description", says);
    }
    parameter.put("schema", Map.of("type", kind));
    return parameter;
  }

  private static Map<String, Object> answer(String says, String type, Object schema) {
    return Map.of("description", says, "content", Map.of(type, Map.of("schema", schema)));
  }

  /** A name made from method and path; the same one again gets a number. */
  private String name(Route route) {
    StringBuilder name = new StringBuilder(route.method() == Route.Method.GET ? "read" : "change");
    for (String word : route.path().replace("/api/v1", "").split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    int count = names.merge(name.toString(), 1, Integer::sum);
    return count == 1 ? name.toString() : name.toString() + count;
  }
}
