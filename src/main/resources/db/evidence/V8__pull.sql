-- How far the past of a repository on a forge was read, list by list.
create table pull_cursor (
  api text not null,
  repository text not null,
  stream text not null,
  -- All up to here is known, back to where it reaches (null: all of the past). Null: never finished.
  seen_to text,
  reaches text,
  etag text,
  -- A reading that was cut off: where it goes on, from where it came and how far back it wanted.
  next_page text,
  run_top text,
  run_stop text,
  run_etag text,
  primary key (api, repository, stream)
) ${strict};
