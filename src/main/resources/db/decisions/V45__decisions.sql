-- Decisions. Nothing here is changed or taken away: words follow words, and what happened is a turn.
create table decision (
  id text not null primary key,
  number int not null unique,
  place text not null,
  at text not null
) ${strict};

create table decision_words (
  decision text not null references decision (id),
  number int not null,
  title text not null,
  question text not null,
  drivers text not null,
  options text not null,
  consequences text not null,
  confirmation text not null,
  way_back text not null check (way_back in ('easy', 'costly', 'none', 'unknown')),
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  primary key (decision, number)
) ${strict};

-- What somebody did: about whom or what, with which words, and by which day.
create table decision_turn (
  decision text not null references decision (id),
  number int not null,
  kind text not null,
  about text not null,
  words text not null,
  day text,
  at text not null,
  who text not null,
  who_name text not null,
  primary key (decision, number)
) ${strict};
