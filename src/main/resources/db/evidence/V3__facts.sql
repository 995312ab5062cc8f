-- What sources said. A row is what one of them said of one thing; what is known of the thing is merged
-- from its rows. The same content said again moves its row in time; nothing else is ever changed.
-- key: names the thing; digest: of all that was said but the time; said_at and other times: epoch
-- milliseconds; seq: rises with each writing; null: the source did not speak of it.
create table fact_clock (value ${long} not null) ${strict};
insert into fact_clock (value) values (0);

create table deployment (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  service text,
  repository text,
  revision text,
  branch text,
  environment text,
  production int,
  started_at ${long},
  finished_at ${long},
  outcome text,
  unplanned int,
  url text,
  unique (key, digest)
) ${strict};

create table change_request (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  repository text,
  number int,
  title text,
  author text,
  branch text,
  target text,
  head_revision text,
  merge_revision text,
  opened_at ${long},
  ready_at ${long},
  first_review_at ${long},
  merged_at ${long},
  closed_at ${long},
  draft int,
  added int,
  deleted int,
  files int,
  labels text,
  commits text,
  url text,
  unique (key, digest)
) ${strict};

create table review (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  change text,
  reviewer text,
  state text,
  submitted_at ${long},
  unique (key, digest)
) ${strict};

create table build (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  repository text,
  revision text,
  branch text,
  name text,
  job text,
  attempt int,
  started_at ${long},
  finished_at ${long},
  outcome text,
  url text,
  unique (key, digest)
) ${strict};

create table incident (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  service text,
  repository text,
  title text,
  severity text,
  detected_at ${long},
  resolved_at ${long},
  open int,
  caused_by text,
  url text,
  unique (key, digest)
) ${strict};

create table measurement (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  metric text,
  scope text,
  at ${long},
  value ${real},
  unit text,
  unique (key, digest)
) ${strict};

create table test_case (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  repository text,
  revision text,
  run text,
  suite text,
  name text,
  result text,
  seconds ${real},
  at ${long},
  unique (key, digest)
) ${strict};

create table push (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  repository text,
  branch text,
  main int,
  before text,
  after text,
  at ${long},
  commits text,
  unique (key, digest)
) ${strict};

-- What people said about the causes of incidents: the last word holds, none is ever changed.
create table cause_word (
  seq ${long} not null primary key,
  incident text not null,
  deployment text,
  said text not null,
  said_by text not null,
  why text not null,
  at ${long} not null
) ${strict};

-- Merged facts of one place, packed; made from the rows above and worth nothing without them.
create table fact_pack (
  kind text not null,
  service text not null,
  repository text not null,
  things int not null,
  seq ${long} not null,
  bytes ${blob} not null,
  primary key (kind, service, repository)
) ${strict};

-- Up to which seq the packs of a kind reach, in which form they are, and how many there are.
create table fact_packed (
  kind text not null primary key,
  form int not null,
  places int not null,
  seq ${long} not null
) ${strict};
