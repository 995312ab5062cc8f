package pilothouse.metrics;

/** For every path of a history: its kind and whether the scope holds it. */
final class PathFacts {
  private final PathKind[] kind;
  private final boolean[] inScope;

  private PathFacts(PathKind[] kind, boolean[] inScope) {
    this.kind = kind;
    this.inScope = inScope;
  }

  static PathFacts of(Slice slice) {
    String[] paths = slice.history.paths();
    PathKind[] kind = new PathKind[paths.length];
    boolean[] inScope = new boolean[paths.length];
    PathRules rules = new PathRules();
    for (int p = 0; p < paths.length; p++) {
      kind[p] = rules.kind(paths[p]);
      inScope[p] = slice.scope.holds(paths[p]);
    }
    return new PathFacts(kind, inScope);
  }

  PathKind kind(int path) {
    return kind[path];
  }

  boolean inScope(int path) {
    return inScope[path];
  }

  boolean isGenerated(int path) {
    return kind(path) == PathKind.GENERATED;
  }

  /** Code or a test. */
  boolean isSource(int path) {
    return kind(path) == PathKind.CODE || kind(path) == PathKind.TEST;
  }
}
