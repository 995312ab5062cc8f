-- The processes that serve from this database, and until when each is taken for alive by the
-- database's own clock. One that ends by itself takes its row away.
create table process (
  id text not null primary key,
  name text not null,
  version text not null,
  begun_at text not null,
  until text not null
) ${strict};

-- A number that rises with whatever was read from a repository, for all processes.
create table history_revision (
  one int not null primary key check (one = 1),
  value ${long} not null
) ${strict};
insert into history_revision (one, value) select 1, coalesce(max(revision), 0) from scan;

-- Which process works on an import; empty for none.
alter table import_job add column holder text not null default '';

-- Who sends for a subscription has a lease.
alter table subscription drop column claimed_by;
alter table subscription drop column claimed_until;

-- Held while somebody looks whether another one administers: one process at a time.
create table administration (
  one int not null primary key check (one = 1),
  counted ${long} not null
) ${strict};
insert into administration (one, counted) values (1, 0);
