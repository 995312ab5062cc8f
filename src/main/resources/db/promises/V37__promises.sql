-- Who owes what by when: as it is now. What happened to it stands in promise_turn.
create table promise (
  id text not null primary key,
  kind text not null,
  what text not null,
  why text not null,
  for_whom text not null,
  owner text not null,
  due text not null,
  shows text not null,
  subject text not null,
  page text not null,
  place text not null,
  cost_per_week ${real},
  made_at text not null,
  made_by text not null,
  ended text check (ended in ('kept', 'dropped')),
  ended_at text,
  evidence text not null
) ${strict};
create index promise_due on promise (due, id) where ended is null;
create index promise_owner on promise (owner, due) where ended is null;
create index promise_kind on promise (kind, due) where ended is null;
create index promise_subject on promise (subject);
create index promise_made on promise (made_at, id);
create index promise_ended on promise (ended_at, id) where ended is not null;

-- Made, kept, extended, handed over, dropped, reopened, reminded, escalated. Never changed.
create table promise_turn (
  id text not null primary key,
  promise text not null references promise (id),
  seq int not null,
  what text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  evidence text not null,
  due text,
  owner text not null
) ${strict};
create unique index promise_turn_of on promise_turn (promise, seq);

-- Rises with every change, so that what was kept of promises is known to be old.
create table promise_revision (
  one int not null primary key check (one = 1),
  value int not null
) ${strict};
insert into promise_revision (one, value) values (1, 1);

-- A finding that somebody wants to see again later: whose, why, and until when.
create table finding_snooze (
  id text not null primary key,
  finding text not null,
  kind text not null,
  says text not null,
  place text not null,
  page text not null,
  whom text not null,
  until text not null,
  why text not null,
  said_at text not null,
  said_by text not null,
  said_name text not null,
  ended_at text,
  ended_by text
) ${strict};
create index finding_snooze_now on finding_snooze (finding) where ended_at is null;
