-- By what an account is known elsewhere: a provider of the settings, and whom it means.
create table identity (
  id text not null primary key,
  provider text not null,
  subject text not null,
  account text not null references account (id),
  since text not null,
  why text not null,
  seen_at text not null
) ${strict};
create unique index identity_subject on identity (provider, subject);
create index identity_account on identity (account);

-- The groups that a directory said of an account, from when to when.
create table account_group (
  id text not null primary key,
  account text not null references account (id),
  name text not null,
  since text not null,
  until text
) ${strict};
create unique index account_group_now on account_group (account, name) where until is null;
create index account_group_name on account_group (name) where until is null;

-- Who is in a group of a directory belongs to a team.
create table group_team (
  id text not null primary key,
  name text not null,
  team text not null references team (name),
  function text not null,
  said_at text not null,
  said_by text not null,
  why text not null,
  ended_at text,
  ended_by text
) ${strict};
create unique index group_team_now on group_team (name, team) where ended_at is null;

-- What a provider proved by a form that came from its own page, until the browser fetches it.
create table carried_proof (
  hash text not null primary key,
  state text not null,
  proof text not null,
  ends_at text not null
) ${strict};

-- Assertions that were used: none is taken twice.
create table used_assertion (
  hash text not null primary key,
  ends_at text not null
) ${strict};
