-- A number that must not cross a limit while an experiment runs, beside the words of its guardrail.
create table experiment_guard (
  experiment text not null primary key references experiment (id),
  gauge text not null,
  side text not null check (side in ('above', 'below')),
  bound ${real} not null,
  at text not null,
  by_id text not null,
  by_name text not null
) ${strict};

-- What the program read of it when the experiment ended; no value where there was none.
create table experiment_guard_end (
  experiment text not null primary key references experiment_guard (experiment),
  value ${real},
  held text not null check (held in ('yes', 'no', 'unknown')),
  crossed_on text not null,
  first_day text not null,
  last_day text not null,
  at text not null
) ${strict};
