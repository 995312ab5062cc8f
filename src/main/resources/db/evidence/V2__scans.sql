-- One reading of a repository's history, replaced as a whole when the history differs.
create table scan (
  repository text not null primary key references repository (name) on delete cascade,
  revision int not null,
  read_at text not null,
  columns ${blob} not null
) ${strict};
