-- What might be done: the problem, success, the trade-off accepted, and what it is worth.
create table bet (
  id text not null primary key,
  place text not null,
  title text not null,
  problem text not null,
  success text not null,
  tradeoff text not null,
  smallest text not null,
  cut text not null,
  cost text not null,
  opportunity text not null,
  impact text not null,
  rewrite text not null check (rewrite in ('', 'yes')),
  outcome text not null,
  owner text not null,
  stage text not null check (stage in ('proposed', 'committed', 'running', 'done', 'dropped')),
  made_at text not null,
  by_id text not null,
  by_name text not null
) ${strict};
create index bet_stage on bet (stage, made_at);

-- What happened to a bet or an item of a roadmap: stages, notes, agreements. Never changed.
create table bet_turn (
  seq ${id},
  subject text not null,
  kind text not null,
  about text not null,
  words text not null,
  at text not null,
  by_id text not null,
  by_name text not null
) ${strict};
create index bet_turn_of on bet_turn (subject, seq);

-- What bets are chosen by, beside the known formulas; each change of it is a version.
create table rubric (
  id text not null primary key,
  name text not null,
  made_at text not null
) ${strict};
create table rubric_version (
  rubric text not null,
  version int not null,
  criteria text not null,
  why text not null,
  order_before text not null,
  order_after text not null,
  at text not null,
  by_id text not null,
  by_name text not null,
  primary key (rubric, version)
) ${strict};

-- What was said of a bet by a rubric; the newest counts, and the others stay.
create table scoring (
  seq ${id},
  bet text not null references bet (id),
  rubric text not null,
  version int not null,
  answers text not null,
  why text not null,
  at text not null,
  by_id text not null,
  by_name text not null
) ${strict};
create index scoring_of on scoring (rubric, bet, seq);
create index scoring_bet on scoring (bet, seq);

-- A question with a last day: a spike, or the test of an assumption.
create table probe (
  id text not null primary key,
  kind text not null check (kind in ('spike', 'assumption')),
  place text not null,
  bet text not null,
  decision text not null,
  question text not null,
  test text not null,
  due text not null,
  owner text not null,
  promise text not null,
  made_at text not null,
  by_id text not null,
  by_name text not null,
  verdict text not null check (verdict in ('', 'answered', 'held', 'broke', 'unclear')),
  answer text not null,
  ended_at text not null,
  ended_by text not null
) ${strict};
create index probe_bet on probe (bet, made_at);

-- What is tried: the metric is named before there is a result.
create table experiment (
  id text not null primary key,
  place text not null,
  bet text not null,
  hypothesis text not null,
  gauge text not null,
  expect text not null check (expect in ('', 'up', 'down')),
  guardrail text not null,
  change text not null,
  due text not null,
  owner text not null,
  promise text not null,
  made_at text not null,
  by_id text not null,
  by_name text not null,
  ending text not null check (ending in ('', 'supported', 'failed', 'unclear')),
  guarded text not null check (guarded in ('', 'yes', 'no', 'unknown')),
  result text not null,
  ended_at text not null,
  ended_by text not null
) ${strict};
create index experiment_made on experiment (made_at, id);

-- What was learned, from an experiment, a bet, or by itself.
create table lesson (
  id text not null primary key,
  place text not null,
  title text not null,
  words text not null,
  subject text not null,
  page text not null,
  made_at text not null,
  by_id text not null,
  by_name text not null
) ${strict};
create index lesson_made on lesson (made_at, id);

-- The one metric of a place and a quarter; what it was at the start stays as it was.
create table focus (
  id text not null primary key,
  place text not null,
  quarter text not null,
  gauge text not null,
  expect text not null check (expect in ('up', 'down')),
  why text not null,
  baseline ${real},
  baseline_from text not null,
  baseline_to text not null,
  prediction text not null,
  made_at text not null,
  by_id text not null,
  by_name text not null,
  unique (place, quarter)
) ${strict};

-- The experiments that a focus stands on.
create table focus_experiment (
  focus text not null references focus (id),
  experiment text not null references experiment (id),
  at text not null,
  by_id text not null,
  by_name text not null,
  primary key (focus, experiment)
) ${strict};

-- A milestone is owed; a hypothesis is believed until its test, or its kill date.
create table roadmap_item (
  id text not null primary key,
  kind text not null check (kind in ('milestone', 'hypothesis')),
  place text not null,
  title text not null,
  words text not null,
  measure text not null,
  gauge text not null,
  expect text not null check (expect in ('', 'up', 'down')),
  target ${real},
  due text not null,
  outcome text not null,
  owner text not null,
  promise text not null,
  functions text not null,
  repositories text not null,
  items int not null,
  state text not null check (state in ('open', 'done', 'held', 'broke', 'dropped')),
  made_at text not null,
  by_id text not null,
  by_name text not null
) ${strict};
create index roadmap_due on roadmap_item (due, id);
