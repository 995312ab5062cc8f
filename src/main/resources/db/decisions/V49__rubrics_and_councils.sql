-- Rubrics of decisions. A new version follows the old one; decisions name the version they used.
create table decision_rubric (
  id text not null,
  version int not null,
  title text not null,
  questions text not null,
  grades text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  primary key (id, version)
) ${strict};

-- Those who review decisions of a topic at a place.
create table council (
  id text not null primary key,
  title text not null,
  topic text not null check (topic in ('architecture', 'security', 'reliability', 'product')),
  place text not null,
  at text not null
) ${strict};

-- What happened to one: who came and left, how many must vote, its end.
create table council_turn (
  council text not null references council (id),
  number int not null,
  kind text not null check (kind in ('member', 'left', 'quorum', 'ended')),
  about text not null,
  words text not null,
  at text not null,
  who text not null,
  who_name text not null,
  primary key (council, number)
) ${strict};

-- Who may decide at a place, which decisions at most, and until when.
create table delegation (
  id text not null primary key,
  place text not null,
  owner text not null,
  way_back text not null check (way_back in ('easy', 'costly', 'none')),
  until_day text not null,
  limits text not null,
  at text not null,
  who text not null,
  who_name text not null,
  ended_at text,
  ended_by text not null,
  ended_why text not null
) ${strict};
