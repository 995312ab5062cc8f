-- What somebody wants to be told of the journal, where and when.
create table subscription (
  id text not null primary key,
  owner text not null,
  owner_name text not null,
  way text not null check (way in ('webhook', 'email')),
  target text not null,
  who text not null,
  what text not null,
  kind text not null,
  subject text not null,
  place_kind text not null,
  place text not null,
  words text not null,
  people int not null,
  rhythm text not null check (rhythm in ('at once', 'hourly', 'daily', 'weekly')),
  hour int not null,
  weekday int not null,
  zone text not null,
  seen ${long} not null,
  due_at text,
  claimed_by text,
  claimed_until text,
  made_at text not null,
  paused_at text,
  paused_why text not null,
  ended_at text
) ${strict};
create index subscription_of on subscription (owner, made_at);

-- One message of a subscription: which entries it tells, and what became of it.
create table notice (
  id text not null primary key,
  subscription text not null references subscription (id),
  first_seq ${long} not null,
  last_seq ${long} not null,
  made_at text not null,
  state text not null check (state in ('waiting', 'sent', 'left out', 'dead')),
  tries int not null,
  next_at text not null,
  ended_at text,
  trouble text not null
) ${strict};
create index notice_of on notice (subscription, state, first_seq);
create index notice_ended on notice (state, ended_at);
