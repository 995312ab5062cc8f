-- Blocked focus time of teams. What a block says is its newest words; they only come.
create table focus_block (
  id text not null primary key,
  team text not null
) ${strict};

create table focus_block_words (
  block text not null references focus_block (id),
  number int not null,
  purpose text not null,
  owner text not null,
  days text not null,
  starts text not null,
  ends text not null,
  zone text not null,
  since text not null,
  until text,
  every int not null,
  pauses text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  primary key (block, number)
) ${strict};

-- A team's calendar as it was told for some days; of a day the newest holds.
create table focus_calendar (
  id text not null primary key,
  number int not null unique,
  team text not null,
  first_day text not null,
  last_day text not null,
  digest text not null,
  events int not null,
  skipped text not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};

-- When something stood in it: no title, no place, nobody. The mark is a hash.
create table focus_meeting (
  calendar text not null references focus_calendar (id),
  number int not null,
  mark text not null,
  starts text not null,
  ends text not null,
  busy text not null check (busy in ('yes', 'no')),
  primary key (calendar, number)
) ${strict};
