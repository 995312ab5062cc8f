-- Work that somebody wrote down: issues, tickets, stories. No name of a person is among it.
create table work_item (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  service text,
  repository text,
  number text,
  title text,
  open int,
  reason text,
  labels text,
  milestone text,
  type text,
  opened_at ${long},
  closed_at ${long},
  changes text,
  url text,
  unique (key, digest)
) ${strict};
