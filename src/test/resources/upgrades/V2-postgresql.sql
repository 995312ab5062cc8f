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
create table flyway_schema_history (
  installed_rank int not null primary key, version varchar(50),
  description varchar(200) not null, type varchar(20) not null,
  script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
  installed_on timestamp not null default now(), execution_time int not null, success boolean not null)

-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (1, '1', 'repositories', 'SQL', 'V1__repositories.sql', -722442013, 'pilothouse', 20, true)
-- next
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (2, '2', 'scans', 'SQL', 'V2__scans.sql', -1094679481, 'pilothouse', 15, true)
-- next
insert into repository (name, source, added_at, added_by) values ('shop', '/srv/git/shop', '2026-01-05T09:00:00.000Z', 'up')