create table repository (
  name text not null primary key,
  source text not null unique,
  added_at text not null,
  added_by text not null
)
-- next
-- One reading of a repository's history, replaced as a whole when the history differs.
create table scan (
  repository text not null primary key references repository (name) on delete cascade,
  revision int not null,
  read_at text not null,
  columns bytea not null
)
-- next
-- What sources said. A row is what one of them said of one thing; what is known of the thing is merged
-- from its rows. The same content said again moves its row in time; nothing else is ever changed.
-- key: names the thing; digest: of all that was said but the time; said_at and other times: epoch
-- milliseconds; seq: rises with each writing; null: the source did not speak of it.
create table fact_clock (value bigint not null)
-- next
insert into fact_clock (value) values (0)
-- next
create table deployment (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  service text,
  repository text,
  revision text,
  branch text,
  environment text,
  production int,
  started_at bigint,
  finished_at bigint,
  outcome text,
  unplanned int,
  url text,
  unique (key, digest)
)
-- next
create table change_request (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  repository text,
  number int,
  title text,
  author text,
  branch text,
  target text,
  head_revision text,
  merge_revision text,
  opened_at bigint,
  ready_at bigint,
  first_review_at bigint,
  merged_at bigint,
  closed_at bigint,
  draft int,
  added int,
  deleted int,
  files int,
  labels text,
  commits text,
  url text,
  unique (key, digest)
)
-- next
create table review (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  change text,
  reviewer text,
  state text,
  submitted_at bigint,
  unique (key, digest)
)
-- next
create table build (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  repository text,
  revision text,
  branch text,
  name text,
  job text,
  attempt int,
  started_at bigint,
  finished_at bigint,
  outcome text,
  url text,
  unique (key, digest)
)
-- next
create table incident (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  service text,
  repository text,
  title text,
  severity text,
  detected_at bigint,
  resolved_at bigint,
  open int,
  caused_by text,
  url text,
  unique (key, digest)
)
-- next
create table measurement (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  metric text,
  scope text,
  at bigint,
  value double precision,
  unit text,
  unique (key, digest)
)
-- next
create table test_case (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  repository text,
  revision text,
  run text,
  suite text,
  name text,
  result text,
  seconds double precision,
  at bigint,
  unique (key, digest)
)
-- next
create table push (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  repository text,
  branch text,
  main int,
  before text,
  after text,
  at bigint,
  commits text,
  unique (key, digest)
)
-- next
-- What people said about the causes of incidents: the last word holds, none is ever changed.
create table cause_word (
  seq bigint not null primary key,
  incident text not null,
  deployment text,
  said text not null,
  said_by text not null,
  why text not null,
  at bigint not null
)
-- next
-- Merged facts of one place, packed; made from the rows above and worth nothing without them.
create table fact_pack (
  kind text not null,
  service text not null,
  repository text not null,
  things int not null,
  seq bigint not null,
  bytes bytea not null,
  primary key (kind, service, repository)
)
-- next
-- Up to which seq the packs of a kind reach, in which form they are, and how many there are.
create table fact_packed (
  kind text not null primary key,
  form int not null,
  places int not null,
  seq bigint not null
)
-- next
-- What came in, one row a delivery, kept for good: a second one with the same id is known by it.
create table delivery (
  id bigint generated always as identity primary key,
  source text not null,
  delivery_id text not null,
  received_at text not null,
  size int not null,
  state text not null,
  reason text not null,
  facts_new int not null,
  facts_unchanged int not null,
  parser text not null,
  understood_at text,
  unique (source, delivery_id)
)
-- next
create index delivery_waiting on delivery (source, id) where state = 'waiting'
-- next
create index delivery_parked on delivery (id) where state = 'parked'
-- next
create index delivery_time on delivery (source, received_at, state)
-- next
-- Its raw bytes, compressed, and the headers that its source needs; kept for a set time.
create table delivery_body (
  id bigint not null primary key references delivery (id) on delete cascade,
  headers text not null,
  body bytea not null
)
-- next
-- Rises with every change, so that snapshots know when they are old.
create table systems_revision (
  one int not null primary key check (one = 1),
  value int not null
)
-- next
insert into systems_revision (one, value) values (1, 1)
-- next
-- Where else a repository may be found, as host/owner/name in lower case.
create table repository_address (
  repository text not null references repository (name) on delete cascade,
  address text not null,
  primary key (repository, address)
)
-- next
-- A system that somebody declared. It is retired by a field, not deleted.
create table system_entry (
  name text not null primary key,
  declared_at text not null,
  declared_by text not null,
  source text not null
)
-- next
-- What is said of a system, field by field; what was said before keeps its end.
create table system_field (
  id text not null primary key,
  subject text not null references system_entry (name),
  field text not null,
  value text not null,
  source text not null,
  by_hand int not null,
  since text not null,
  said_by text not null,
  why text not null,
  until text
)
-- next
create unique index system_field_now on system_field (subject, field) where until is null
-- next
-- Who answers for a system, and what a system needs: edges with a first and a last day.
create table system_edge (
  id text not null primary key,
  kind text not null,
  system text not null references system_entry (name),
  other text not null,
  first_day text not null,
  last_day text,
  source text not null,
  by_hand int not null,
  said_at text not null,
  said_by text not null,
  why text not null,
  ended_at text,
  ended_by text,
  ended_why text
)
-- next
create unique index system_edge_open on system_edge (kind, system, other) where last_day is null
-- next
-- Rules in the order in which they are tried; a rule that no longer holds keeps its end.
create table system_rule (
  id text not null primary key,
  place int not null,
  kind text not null,
  pattern text not null,
  folder text not null,
  target text not null,
  said_at text not null,
  said_by text not null,
  why text not null,
  ended_at text,
  ended_by text,
  ended_why text
)
-- next
create unique index system_rule_now on system_rule (kind, pattern, folder) where ended_at is null
-- next
-- What people said about proposals: files that are followed, and proposals that were turned down.
create table proposal_word (
  id text not null primary key,
  word text not null,
  repository text not null,
  what text not null,
  said_at text not null,
  said_by text not null,
  why text not null,
  ended_at text,
  ended_by text
)
-- next
create unique index proposal_word_now on proposal_word (word, repository, what)
where ended_at is null
-- next
-- Rises with every change, so that snapshots know when they are old.
create table people_revision (
  one int not null primary key check (one = 1),
  value int not null
)
-- next
insert into people_revision (one, value) values (1, 1)
-- next
create table person (
  id text not null primary key,
  name text not null,
  added_at text not null,
  added_by text not null,
  why text not null
)
-- next
-- One login or address belongs to one person: why, since when, and until when it did.
create table joining (
  id text not null primary key,
  address text not null,
  person text not null references person (id),
  by_hand int not null,
  since text not null,
  said_by text not null,
  why text not null,
  until text,
  ended_by text,
  ended_why text
)
-- next
create unique index joining_now on joining (address) where until is null
-- next
-- What people said about addresses: that two are not one person's, that one is a program's.
create table identity_word (
  id text not null primary key,
  word text not null,
  address text not null,
  other text not null,
  said_at text not null,
  said_by text not null,
  why text not null,
  ended_at text,
  ended_by text
)
-- next
create unique index identity_word_now on identity_word (word, address, other)
where ended_at is null
-- next
create table team (
  name text not null primary key,
  added_at text not null,
  added_by text not null,
  source text not null
)
-- next
-- What is said of a team, field by field; what was said before keeps its end.
create table team_field (
  id text not null primary key,
  subject text not null references team (name),
  field text not null,
  value text not null,
  source text not null,
  by_hand int not null,
  since text not null,
  said_by text not null,
  why text not null,
  until text
)
-- next
create unique index team_field_now on team_field (subject, field) where until is null
-- next
create table membership (
  id text not null primary key,
  team text not null references team (name),
  person text not null references person (id),
  function text not null,
  first_day text not null,
  last_day text,
  source text not null,
  said_at text not null,
  said_by text not null,
  why text not null,
  ended_at text,
  ended_by text,
  ended_why text
)
-- next
create unique index membership_open on membership (team, person, function) where last_day is null
-- next
-- How tables are understood: confirmed once for a kind and the names of its columns.
create table import_mapping (
  kind text not null,
  signature text not null,
  mapping text not null,
  confirmed_at text not null,
  confirmed_by text not null,
  primary key (kind, signature)
)
-- next
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
  seen bigint not null default 0,
  added bigint not null default 0,
  unchanged bigint not null default 0,
  ignored bigint not null default 0,
  refused bigint not null default 0
)
-- next
create index import_job_begun on import_job (begun_at)
-- next
-- The first lines that an import refused.
create table import_refusal (
  job text not null references import_job (id) on delete cascade,
  place int not null,
  file text not null,
  line bigint not null,
  field text not null,
  why text not null,
  mend text not null,
  primary key (job, place)
)
-- next
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
)
-- next
-- What a metric was good for: a decision that somebody took with it. Never changed.
create table metric_use (
  id text not null primary key,
  metric text not null,
  scope text not null,
  who text not null,
  at text not null,
  what text not null
)
-- next
-- Since when a metric could have served.
create table metric_begun (
  metric text not null primary key,
  at text not null
)
-- next
-- Five answers without any measurement. Never changed; the next one stands beside it.
create table quick_check (
  id text not null primary key,
  scope text not null,
  who text not null,
  at text not null,
  lead_time int not null,
  frequency int not null,
  recovery int not null,
  fail_percent double precision not null,
  rework_percent double precision not null
)
-- next
-- What was built, and of which commit; as in V3 a row is what one source said of one thing.
-- key: a package URL, or chain:… for all that a chain of events is about; change: the key of the change
-- request that it was built from; chain: the key of the chain that it belongs to.
create table artifact (
  seq bigint not null primary key,
  key text not null,
  digest bigint not null,
  said_at bigint not null,
  source text not null,
  repository text,
  revision text,
  change text,
  chain text,
  unique (key, digest)
)
-- next
create index artifact_change on artifact (change) where change is not null
-- next
create index artifact_chain on artifact (chain) where chain is not null
-- next
-- Which deployments named which artifact in place of a commit.
create table artifact_use (
  artifact text not null,
  deployment text not null,
  primary key (artifact, deployment)
)
-- next
-- The commits of artifacts: as they were told, or those that merged their change requests.
create view artifact_commit as
select key, repository, revision, said_at
from artifact
where revision is not null
union
select a.key, c.repository, c.merge_revision, c.said_at
from artifact a
join change_request c on c.key = a.change
where c.merge_revision is not null
-- next
-- The same, and those of the chains that artifacts belong to.
create view artifact_origin as
select key, repository, revision, said_at
from artifact_commit
union
select a.key, c.repository, c.revision, c.said_at
from artifact a
join artifact_commit c on c.key = a.chain
-- next
-- What stood in the field of a refused line, cut where it was long; empty where it named a person.
alter table import_refusal add column value text not null default ''
-- next
-- An import asks for the rows of one name at a time.
create index system_edge_of on system_edge (system)
-- next
create index membership_of on membership (team, person)
-- next
create index joining_of on joining (person)
-- next
-- Whether a change request was open when its source spoke: one that was opened again has no end until
-- it ends again. Null: the source did not say.
alter table change_request add column open int
-- next
update change_request set open = 0 where merged_at is not null or closed_at is not null
-- next
-- What a source names of a pipeline or a test where it names no repository: a service, or labels as
-- key=value apart by commas. The rules find its system by them.
alter table build add column service text
-- next
alter table test_case add column service text
-- next
create index build_service on build (service) where service is not null
-- next
create index test_case_service on test_case (service) where service is not null
-- next
-- What commits and whole changes do to the contents (patch-id), worked out once and never changed.
-- base: empty for a commit against its parent, else the commit where a change left the main line.
-- identity: empty for what has none, as a merge and what changes nothing.
create table patch_id (
  repository text not null references repository (name) on delete cascade,
  revision text not null,
  base text not null,
  identity text not null,
  primary key (repository, revision, base)
)
-- next
-- What nobody reads who has only the database: each under a key of its own, which lies beside it
-- under the key that stands in a file.
create table sealed (
  name text not null primary key,
  key_id text not null,
  wrapped bytea not null,
  body bytea not null,
  sealed_at text not null
)
-- next
create table flyway_schema_history (
  installed_rank int not null primary key, version varchar(50),
  description varchar(200) not null, type varchar(20) not null,
  script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
  installed_on timestamp not null default now(), execution_time int not null, success boolean not null)

-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (1, '1', 'repositories', 'SQL', 'V1__repositories.sql', -722442013, 'pilothouse', 34, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (2, '2', 'scans', 'SQL', 'V2__scans.sql', -1094679481, 'pilothouse', 26, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (3, '3', 'facts', 'SQL', 'V3__facts.sql', -1233899113, 'pilothouse', 218, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (4, '4', 'inbox', 'SQL', 'V4__inbox.sql', -1860817044, 'pilothouse', 110, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (5, '5', 'catalogue', 'SQL', 'V5__catalogue.sql', -2014915333, 'pilothouse', 166, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (6, '6', 'people', 'SQL', 'V6__people.sql', -561700704, 'pilothouse', 160, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (7, '7', 'mappings', 'SQL', 'V7__mappings.sql', 35639981, 'pilothouse', 52, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (8, '8', 'pull', 'SQL', 'V8__pull.sql', -274646513, 'pilothouse', 20, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (9, '9', 'uses and quick checks', 'SQL', 'V9__uses_and_quick_checks.sql', 1155971386, 'pilothouse', 82, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (10, '10', 'artifacts', 'SQL', 'V10__artifacts.sql', -19903891, 'pilothouse', 58, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (11, '11', 'refused values', 'SQL', 'V11__refused_values.sql', -2111347552, 'pilothouse', 1, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (12, '12', 'rows by name', 'SQL', 'V12__rows_by_name.sql', 1833028283, 'pilothouse', 8, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (13, '13', 'open changes', 'SQL', 'V13__open_changes.sql', -930447701, 'pilothouse', 4, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (14, '14', 'names of builds and tests', 'SQL', 'V14__names_of_builds_and_tests.sql', 964219247, 'pilothouse', 10, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (15, '17', 'patch ids', 'SQL', 'V17__patch_ids.sql', 926844803, 'pilothouse', 8, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (16, '18', 'sealed', 'SQL', 'V18__sealed.sql', -1121088301, 'pilothouse', 16, true)
-- next
insert into repository (name, source, added_at, added_by) values ('shop', '/srv/git/shop', '2026-01-05T09:00:00.000Z', 'up')
-- next
update fact_clock set value = 9
-- next
insert into deployment (seq, key, digest, said_at, source, service, repository, revision, branch, environment, production, started_at, finished_at, outcome, unplanned, url) values (1, 'own:d-1', 101, 1772791200000, 'deployment', 'shop', 'acme/shop', '1d2c3b4a5968', 'main', 'production', 1, 1772791080000, 1772791200000, 'SUCCESS', 0, null)
-- next
insert into deployment (seq, key, digest, said_at, source, service, repository, revision, environment, production, started_at, finished_at, outcome) values (2, 'own:d-2', 102, 1772877600000, 'deployment', 'shop', 'acme/shop', '9fceb02d0ae5', 'production', 1, 1772877480000, 1772877600000, 'SUCCESS')
-- next
insert into change_request (seq, key, digest, said_at, source, repository, number, title, opened_at, merged_at, merge_revision, draft) values (3, 'own:c-11', 103, 1772791200000, 'change', 'acme/shop', 11, 'Grüße – 日本', 1772700000000, 1772790000000, '1d2c3b4a5968', 0)
-- next
insert into review (seq, key, digest, said_at, source, change, state, submitted_at) values (4, 'own:r-1', 104, 1772791200000, 'github', 'own:c-11', 'APPROVED', 1772780000000)
-- next
insert into build (seq, key, digest, said_at, source, repository, name, attempt, started_at, finished_at, outcome) values (5, 'own:b-1', 105, 1772791200000, 'github', 'acme/shop', 'test', 1, 1772780000000, 1772780300000, 'SUCCESS')
-- next
insert into incident (seq, key, digest, said_at, source, service, title, severity, detected_at, resolved_at, open) values (6, 'own:i-3', 106, 1772791200000, 'incident', 'shop', 'Orders stuck', 'high', 1772792000000, 1772794000000, 0)
-- next
insert into measurement (seq, key, digest, said_at, source, metric, scope, at, value, unit) values (7, 'own:m-1', 107, 1772791200000, 'measurement', 'activation', 'system:shop', 1772791200000, 0.41, 'share')
-- next
insert into test_case (seq, key, digest, said_at, source, repository, revision, run, suite, name, result, seconds, at) values (8, 'own:t-1', 108, 1772791200000, 'import', 'acme/shop', '1d2c3b4a5968', 'ci-1', 'Orders', 'paid', 'PASSED', 0.25, 1772791200000)
-- next
insert into push (seq, key, digest, said_at, source, repository, branch, main, before, after, at) values (9, 'own:p-1', 109, 1772791200000, 'github', 'acme/shop', 'main', 1, '77d12e0c1f4a', '1d2c3b4a5968', 1772790000000)
-- next
insert into cause_word (seq, incident, deployment, said, said_by, why, at) values (1, 'own:i-3', 'own:d-1', 'CONFIRMED', 'here', '', 1772800000000)
-- next
insert into delivery (source, delivery_id, received_at, size, state, reason, facts_new, facts_unchanged, parser, understood_at) values ('deployment', 'one', '2026-03-06T10:00:00.000Z', 12, 'understood', '', 1, 0, '0.1.0', '2026-03-06T10:00:01.000Z')
-- next
insert into delivery (source, delivery_id, received_at, size, state, reason, facts_new, facts_unchanged, parser, understood_at) values ('gitlab', 'two', '2026-03-06T11:00:00.000Z', 3, 'parked', 'This is no JSON.', 0, 0, '0.1.0', '2026-03-06T11:00:01.000Z')
-- next
insert into delivery_body (id, headers, body) values (2, '{}', '\\x00ff10')
-- next
update systems_revision set value = 5
-- next
insert into repository_address (repository, address) values ('shop', 'git.example.org/acme/shop')
-- next
insert into system_entry (name, declared_at, declared_by, source) values ('checkout', '2026-01-06T09:00:00.000Z', 'here', 'hand')
-- next
insert into system_field (id, subject, field, value, source, by_hand, since, said_by, why, until) values ('f1', 'checkout', 'title', 'Checkout', 'hand', 1, '2026-01-06T09:00:00.000Z', 'here', '', '2026-02-06T09:00:00.000Z')
-- next
insert into system_field (id, subject, field, value, source, by_hand, since, said_by, why, until) values ('f2', 'checkout', 'title', 'The old quay', 'hand', 1, '2026-02-06T09:00:00.000Z', 'here', '', null)
-- next
insert into system_edge (id, kind, system, other, first_day, last_day, source, by_hand, said_at, said_by, why) values ('e1', 'owner', 'checkout', 'harbour', '2026-01-06', null, 'hand', 1, '2026-01-06T09:00:00.000Z', 'here', '')
-- next
insert into system_rule (id, place, kind, pattern, folder, target, said_at, said_by, why) values ('r1', 1, 'service', 'shop*', '', 'checkout', '2026-01-06T09:00:00.000Z', 'here', '')
-- next
update people_revision set value = 4
-- next
insert into person (id, name, added_at, added_by, why) values ('p1', 'Mara Lind', '2026-01-06T09:00:00.000Z', 'here', '')
-- next
insert into joining (id, address, person, by_hand, since, said_by, why) values ('j1', 'mara', 'p1', 1, '2026-01-06T09:00:00.000Z', 'here', '')
-- next
insert into team (name, added_at, added_by, source) values ('harbour', '2026-01-06T09:00:00.000Z', 'here', 'hand')
-- next
insert into team_field (id, subject, field, value, source, by_hand, since, said_by, why, until) values ('t1', 'harbour', 'title', 'The harbour watch', 'hand', 1, '2026-01-06T09:00:00.000Z', 'here', '', null)
-- next
insert into membership (id, team, person, function, first_day, last_day, source, said_at, said_by, why) values ('m1', 'harbour', 'p1', '', '2026-01-06', null, 'hand', '2026-01-06T09:00:00.000Z', 'here', '')
-- next
insert into import_job (id, kind, file, origin, state, begun_at, ended_at, seen, added) values ('i1', 'deployments', 'history.csv', 'command', 'DONE', '2026-01-07T09:00:00.000Z', '2026-01-07T09:00:01.000Z', 4000000000, 2)
-- next
insert into import_refusal (job, place, file, line, field, why, mend) values ('i1', 1, 'history.csv', 3, 'started_at', 'It has no zone.', 'Write it.')
-- next
insert into pull_cursor (api, repository, stream, seen_to) values ('https://api.github.com', 'acme/shop', 'changes', '2026-03-01T00:00:00.000Z')
-- next
insert into metric_use (id, metric, scope, who, at, what) values ('u1', 'change-lead-time', 'shop', 'here', '2026-03-01T00:00:00.000Z', 'Smaller changes')
-- next
insert into quick_check (id, scope, who, at, lead_time, frequency, recovery, fail_percent, rework_percent) values ('q1', 'shop', 'here', '2026-03-01T00:00:00.000Z', 1, 2, 3, 12.5, 0)
-- next
insert into artifact (seq, key, digest, said_at, source, revision) values (1, 'pkg:oci/shop@1', 110, 1772791200000, 'cloudevents', '1d2c3b4a5968')
-- next
insert into patch_id (repository, revision, base, identity) values ('shop', '1d2c3b4a5968', '', 'aa11')
-- next
insert into sealed (name, key_id, wrapped, body, sealed_at) values ('github_token', '0011223344556677', '\\x00ff', '\\x10', '2026-03-01T00:00:00.000Z')