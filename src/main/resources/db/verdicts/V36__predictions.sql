-- That a number will move. Who said so stands in the journal alone.
create table prediction (
  id text not null primary key,
  subject text not null,
  says text not null,
  page text not null,
  place text not null,
  gauge text not null,
  expect text not null check (expect in ('up', 'down')),
  size ${real},
  effect text not null,
  judged_on text not null,
  probability ${real},
  forum text not null,
  rubric text not null,
  made_at text not null
) ${strict};
create index prediction_subject on prediction (subject);
create index prediction_judged on prediction (judged_on, id);
create index prediction_effect on prediction (effect, id);

-- That nobody goes on with it: said before its day. It is not judged from then on.
create table prediction_withdrawal (
  prediction text not null primary key references prediction (id),
  at text not null,
  why text not null
) ${strict};

-- What came of it: kept once its day came, and never changed. Later facts make another row.
create table verdict (
  id text not null primary key,
  prediction text not null references prediction (id),
  number int not null,
  at text not null,
  until text not null,
  verdict text not null,
  found text not null,
  unique (prediction, number)
) ${strict};

-- A person's word beside it.
create table prediction_note (
  id text not null primary key,
  prediction text not null references prediction (id),
  at text not null,
  who text not null,
  who_name text not null,
  words text not null
) ${strict};
create index prediction_note_of on prediction_note (prediction, at);

-- Rises with every change, so that what was kept of predictions is known to be old.
create table prediction_revision (
  one int not null primary key check (one = 1),
  value int not null
) ${strict};
insert into prediction_revision (one, value) values (1, 1);
