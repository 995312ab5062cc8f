-- Rises with every change, so that snapshots know when they are old.
create table people_revision (
  one int not null primary key check (one = 1),
  value int not null
) ${strict};
insert into people_revision (one, value) values (1, 1);

create table person (
  id text not null primary key,
  name text not null,
  added_at text not null,
  added_by text not null,
  why text not null
) ${strict};

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
) ${strict};
create unique index joining_now on joining (address) where until is null;

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
) ${strict};
create unique index identity_word_now on identity_word (word, address, other)
where ended_at is null;

create table team (
  name text not null primary key,
  added_at text not null,
  added_by text not null,
  source text not null
) ${strict};

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
) ${strict};
create unique index team_field_now on team_field (subject, field) where until is null;

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
) ${strict};
create unique index membership_open on membership (team, person, function) where last_day is null;
