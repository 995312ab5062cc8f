package pilothouse.metrics;

/** What sort of file a path names, told by the path alone. */
public enum PathKind {
  /** Source that people write and machines run. */
  CODE,
  /** Source that checks other source. */
  TEST,
  /** Settings, schemas, build descriptions and data. */
  CONFIGURATION,
  /** Text for readers. */
  DOCUMENT,
  /** Made by a program or copied in: lock files, vendored folders, bundles, snapshots. */
  GENERATED
}
