-- What was said of where a place is going: a version of its mission, principles, vision, strategy
-- or norms. Never changed; the next version stands beside it.
create table statement (
  id text not null primary key,
  kind text not null check (kind in ('mission', 'principles', 'vision', 'strategy', 'norms')),
  place text not null,
  number int not null,
  body text not null,
  review_on text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  unique (kind, place, number)
) ${strict};

-- One item of a version: a principle by its rank, an item of a strategy, an outcome of a mission.
-- An item keeps its name through the versions, so that a decision can cite it.
create table statement_item (
  statement text not null references statement (id),
  position int not null,
  item text not null,
  section text not null,
  says text not null,
  more text not null,
  outcome text not null,
  primary key (statement, position)
) ${strict};

-- That a statement was looked at again, and what came of it.
create table statement_review (
  id text not null primary key,
  statement text not null references statement (id),
  came text not null check (came in ('keep', 'change')),
  next_on text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null
) ${strict};
create index statement_review_of on statement_review (statement, at);

-- What shall become different, by when. What ends it is a row of its own.
create table outcome (
  id text not null primary key,
  place text not null,
  title text not null,
  why text not null,
  business text not null,
  serves text not null,
  committed int not null,
  starts_on text not null,
  due_on text not null,
  every_days int not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};
create index outcome_of on outcome (place, at);

-- What somebody changed of it after it began: before and after, a line each, and why.
create table outcome_change (
  id text not null primary key,
  outcome text not null references outcome (id),
  said text not null,
  because text not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};
create index outcome_change_of on outcome_change (outcome, at);

create table outcome_end (
  outcome text not null primary key references outcome (id),
  why text not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};

-- By what an outcome is measured. The baseline is frozen when it is first known.
create table key_result (
  id text not null primary key,
  outcome text not null references outcome (id),
  position int not null,
  says text not null,
  gauge text not null,
  unit text not null,
  target ${real} not null
) ${strict};
create index key_result_of on key_result (outcome, position);

create table key_result_baseline (
  key_result text not null primary key references key_result (id),
  value ${real} not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};

-- Who answers for an outcome, for which function, from which day on. The newest day that has come
-- holds; those before stay.
create table outcome_owner (
  id text not null primary key,
  outcome text not null references outcome (id),
  role text not null,
  owner text not null,
  since text not null,
  note text not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};
create index outcome_owner_of on outcome_owner (outcome, since);

create table check_in (
  id text not null primary key,
  outcome text not null references outcome (id),
  confidence int not null,
  says text not null,
  at text not null,
  who text not null,
  who_name text not null
) ${strict};
create index check_in_of on check_in (outcome, at);

-- The value of a key result as it stood at a check-in, read or typed.
create table check_in_value (
  check_in text not null references check_in (id),
  key_result text not null references key_result (id),
  value ${real} not null,
  primary key (check_in, key_result)
) ${strict};

create table check_in_signature (
  check_in text not null references check_in (id),
  role text not null,
  at text not null,
  who text not null,
  who_name text not null,
  primary key (check_in, role)
) ${strict};

-- A number on the map that is no outcome: of the business, of the product, of a system.
create table map_measure (
  id text not null primary key,
  place text not null,
  level text not null check (level in ('business', 'product', 'system')),
  title text not null,
  gauge text not null,
  at text not null,
  who text not null,
  who_name text not null,
  ended_at text
) ${strict};

-- A belief that the lower moves the upper: outcome:ID, measure:ID, and below label:NAME, work:ID.
create table belief (
  id text not null primary key,
  lower_end text not null,
  upper_end text not null,
  place text not null,
  says text not null,
  at text not null,
  who text not null,
  who_name text not null,
  ended_at text,
  ended_by text,
  ended_why text
) ${strict};
create index belief_of on belief (lower_end);

-- Raised by each change of outcomes and of the map, which are made one after the other.
create table direction_revision (
  id int not null primary key check (id = 1),
  value ${long} not null
) ${strict};
insert into direction_revision (id, value) values (1, 0);
