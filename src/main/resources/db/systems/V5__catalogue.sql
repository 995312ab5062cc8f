-- Rises with every change, so that snapshots know when they are old.
create table systems_revision (
  one int not null primary key check (one = 1),
  value int not null
) ${strict};
insert into systems_revision (one, value) values (1, 1);

-- Where else a repository may be found, as host/owner/name in lower case.
create table repository_address (
  repository text not null references repository (name) on delete cascade,
  address text not null,
  primary key (repository, address)
) ${strict};

-- A system that somebody declared. It is retired by a field, not deleted.
create table system_entry (
  name text not null primary key,
  declared_at text not null,
  declared_by text not null,
  source text not null
) ${strict};

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
) ${strict};
create unique index system_field_now on system_field (subject, field) where until is null;

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
) ${strict};
create unique index system_edge_open on system_edge (kind, system, other) where last_day is null;

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
) ${strict};
create unique index system_rule_now on system_rule (kind, pattern, folder) where ended_at is null;

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
) ${strict};
create unique index proposal_word_now on proposal_word (word, repository, what)
where ended_at is null;
