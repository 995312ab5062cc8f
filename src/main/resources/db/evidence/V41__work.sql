-- Work that somebody wrote down: issues, tickets, stories. No name of a person is among it.
create table work_item (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  service text,
  repository text,
  number text,
  title text,
  open int,
  reason text,
  labels text,
  milestone text,
  type text,
  opened_at ${long},
  closed_at ${long},
  changes text,
  url text,
  unique (key, digest)
) ${strict};

-- How finished work is sorted into categories: one text a version, the last one holds.
create table allocation_rulebook (
  id text not null primary key,
  text text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null
) ${strict};
create index allocation_rulebook_at on allocation_rulebook (at);

-- What share of its work a team means to give to what, for a time. The last one of a team and time holds.
create table allocation_plan (
  id text not null primary key,
  team text not null,
  first_day text not null,
  last_day text not null,
  band ${real} not null,
  made_at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  ended_at text,
  ended_by text
) ${strict};
create index allocation_plan_of on allocation_plan (team, first_day, last_day) where ended_at is null;

create table allocation_share (
  plan text not null references allocation_plan (id),
  category text not null,
  percent ${real} not null,
  primary key (plan, category)
) ${strict};

-- That a promise and an issue elsewhere are about the same. comments and closes: what is asked of us
-- there when the promise ends.
create table issue_link (
  id text not null primary key,
  promise text not null references promise (id),
  url text not null,
  issue text not null,
  comments int not null,
  closes int not null,
  made_at text not null,
  who text not null,
  who_name text not null,
  ended_at text,
  ended_by text
) ${strict};
create index issue_link_of on issue_link (promise) where ended_at is null;

-- What is to be said there: a row for each ending of a promise, until it arrived or was given up.
create table issue_post (
  id text not null primary key,
  link text not null references issue_link (id),
  promise_ended_at text not null,
  state text not null check (state in ('waiting', 'sent', 'dead')),
  tries int not null,
  next_at text not null,
  commented_at text,
  trouble text not null,
  made_at text not null,
  ended_at text,
  unique (link, promise_ended_at)
) ${strict};
create index issue_post_waiting on issue_post (next_at) where state = 'waiting';
