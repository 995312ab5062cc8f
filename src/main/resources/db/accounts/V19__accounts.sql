-- Who may sign in. An account is never deleted: what it said stays said by somebody.
create table account (
  id text not null primary key,
  email text not null,
  name text not null,
  person text references person (id),
  made_at text not null,
  made_by text not null
) ${strict};
create unique index account_email on account (email);
create index account_by_name on account (name, id);

-- What a password was worked into; none for an account that signs in elsewhere.
create table account_password (
  account text not null primary key references account (id),
  hash text not null,
  set_at text not null
) ${strict};

-- A closed account signs in no more, until somebody ends that.
create table account_closure (
  id text not null primary key,
  account text not null references account (id),
  closed_at text not null,
  closed_by text not null,
  why text not null,
  ended_at text,
  ended_by text
) ${strict};
create unique index account_closure_now on account_closure (account) where ended_at is null;

-- What somebody may do, and where: the whole organisation, a team with its systems, or a system.
-- The subject is an account, or a group of another directory as 'group/' and its name.
create table role_grant (
  id text not null primary key,
  subject text not null,
  role text not null check (role in ('reader', 'member', 'lead', 'administrator')),
  scope text not null check (scope in ('organisation', 'team', 'system')),
  place text not null,
  given_at text not null,
  given_by text not null,
  why text not null,
  ended_at text,
  ended_by text,
  ended_why text
) ${strict};
create unique index role_grant_now on role_grant (subject, scope, place) where ended_at is null;
create index role_grant_place on role_grant (scope, place, role) where ended_at is null;

-- A browser that is signed in: the cookie's hash. A row ends by being deleted.
create table session (
  id text not null primary key,
  hash text not null unique,
  account text not null references account (id),
  made_at text not null,
  seen_at text not null,
  ends_at text not null,
  agent text not null,
  address text not null
) ${strict};
create index session_account on session (account, address);
create index session_ends on session (ends_at);

-- What a program proves itself with: its hash, what it may do, and where, a line each. Without an
-- account it belongs to the organisation.
create table api_token (
  id text not null primary key,
  hash text not null unique,
  account text references account (id),
  name text not null,
  permissions text not null,
  places text not null,
  made_at text not null,
  made_by text not null,
  ends_at text not null,
  used_day text,
  ended_at text,
  ended_by text
) ${strict};
create index api_token_account on api_token (account);

-- A link that somebody opens once to choose a password. The account is there where one gets a new
-- password; any account of the address may where the command line made the link.
create table invitation (
  id text not null primary key,
  hash text not null unique,
  email text not null,
  role text not null,
  scope text not null,
  place text not null,
  account text references account (id),
  by_command int not null,
  made_at text not null,
  made_by text not null,
  maker text not null,
  ends_at text not null,
  used_at text,
  withdrawn_at text,
  withdrawn_by text
) ${strict};

-- How often signing in failed of late, by the hash of who or where.
create table sign_in_limit (
  hash text not null primary key,
  failures int not null,
  last_at text not null
) ${strict};
