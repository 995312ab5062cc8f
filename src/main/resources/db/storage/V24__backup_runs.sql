-- Every backup that was made, or by `up` could not be made. trouble: empty when all went well.
create table backup_run (
  id text not null primary key,
  begun_at text not null,
  ended_at text not null,
  file text not null,
  row_count ${long} not null,
  bytes ${long} not null,
  trouble text not null
) ${strict};
create index backup_run_begun on backup_run (begun_at);
