create table repository (
  name text not null primary key,
  source text not null unique,
  added_at text not null,
  added_by text not null
) ${strict};
