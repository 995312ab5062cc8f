-- How tables are understood: confirmed once for a kind and the names of its columns.
create table import_mapping (
  kind text not null,
  signature text not null,
  mapping text not null,
  confirmed_at text not null,
  confirmed_by text not null,
  primary key (kind, signature)
) ${strict};

-- Imports, under way and over, with what became of them.
create table import_job (
  id text not null primary key,
  kind text not null,
  file text not null,
  origin text not null,
  state text not null,
  begun_at text not null,
  ended_at text,
  trouble text,
  options text not null default '{}',
  seen ${long} not null default 0,
  added ${long} not null default 0,
  unchanged ${long} not null default 0,
  ignored ${long} not null default 0,
  refused ${long} not null default 0
) ${strict};
create index import_job_begun on import_job (begun_at);

-- The first lines that an import refused.
create table import_refusal (
  job text not null references import_job (id) on delete cascade,
  place int not null,
  file text not null,
  line ${long} not null,
  field text not null,
  why text not null,
  mend text not null,
  primary key (job, place)
) ${strict};
