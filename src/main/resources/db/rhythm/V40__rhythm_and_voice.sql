-- A ritual that is held again and again: who meets about what, how often, with which two numbers.
create table forum (
  id text not null primary key,
  kind text not null check (kind in ('review', 'leadership', 'planning', 'demo')),
  title text not null,
  place text not null,
  cadence text not null check (cadence in ('weekly', 'monthly', 'quarterly')),
  functions text not null,
  pin_one text not null,
  pin_two text not null,
  at text not null, who text not null, who_name text not null,
  ended_at text,
  ended_why text not null
) ${strict};

-- One holding of it. How it ended, and its minutes as they were then, are never changed.
create table occasion (
  id text not null primary key,
  forum text not null references forum (id),
  held_on text not null,
  at text not null, who text not null, who_name text not null,
  ending text not null check (ending in ('', 'held', 'cancelled')),
  ended_at text, ended_by text not null, ended_name text not null,
  why text not null,
  minutes text not null
) ${strict};
create index occasion_of on occasion (forum, held_on);

-- What was said there: a decision, feedback, or that a function was present.
create table occasion_line (
  id text not null primary key,
  occasion text not null references occasion (id),
  kind text not null check (kind in ('decision', 'feedback', 'present')),
  says text not null,
  became text not null,
  at text not null, who text not null, who_name text not null
) ${strict};
create index occasion_line_of on occasion_line (occasion, at);

-- A quarter of a place, with the objectives that it was opened with.
create table quarter (
  id text not null primary key,
  place text not null,
  name text not null,
  at text not null, who text not null, who_name text not null,
  closed_at text, closed_by text not null, closed_name text not null,
  closed_why text not null default ''
) ${strict};
create unique index quarter_of on quarter (place, name);

-- One objective of a quarter; what became of it is said once, before the quarter is closed.
create table quarter_objective (
  id text not null primary key,
  quarter text not null references quarter (id),
  number int not null,
  says text not null,
  subject text not null,
  page text not null,
  score ${real},
  cause text not null,
  fate text not null check (fate in ('', 'keep', 'change', 'drop')),
  scored_at text, scored_by text not null, scored_name text not null
) ${strict};
create index quarter_objective_of on quarter_objective (quarter, number);

-- A brief as it is being written; each version of what was published stands in brief_issue.
create table brief (
  id text not null primary key,
  place text not null,
  title text not null,
  body text not null,
  at text not null, who text not null, who_name text not null,
  changed_at text not null
) ${strict};

-- What was published: the words with their numbers as they were then. Never changed.
create table brief_issue (
  brief text not null references brief (id),
  number int not null,
  version text not null,
  story text not null,
  at text not null, who text not null, who_name text not null,
  primary key (brief, number)
) ${strict};

-- Somebody who is to be told: a group, not a person.
create table audience (
  id text not null primary key, title text not null,
  place text not null,
  at text not null, who text not null, who_name text not null,
  ended_at text
) ${strict};

-- What an audience is to hear, and at the latest after how many days again.
create table audience_need (
  audience text not null references audience (id),
  topic text not null,
  days int not null,
  at text not null,
  primary key (audience, topic)
) ${strict};

-- That an audience was told, what, in which version, how and when. Never changed.
create table audience_told (
  id text not null primary key,
  audience text not null references audience (id),
  topic text not null,
  story text not null,
  version text not null,
  title text not null,
  way text not null check (way in ('page', 'chat', 'slide', 'print', 'meeting')),
  told_on text not null,
  at text not null, who text not null, who_name text not null
) ${strict};
create index audience_told_of on audience_told (audience, topic, told_on);
create index audience_told_story on audience_told (story, told_on);

-- A role or a group outside of engineering that one works with.
create table stakeholder (
  id text not null primary key, title text not null,
  function text not null,
  place text not null,
  days int not null,
  wants text not null,
  at text not null, who text not null, who_name text not null,
  ended_at text
) ${strict};

-- That somebody spoke with them. Never changed.
create table stakeholder_contact (
  id text not null primary key,
  stakeholder text not null references stakeholder (id),
  met_on text not null,
  says text not null,
  at text not null, who text not null, who_name text not null
) ${strict};
create index stakeholder_contact_of on stakeholder_contact (stakeholder, met_on);

-- After how many days a blocker of a team is too old. The newest row holds.
create table blocker_limit (
  id text not null primary key,
  team text not null,
  days int not null,
  at text not null, who text not null, who_name text not null
) ${strict};
create index blocker_limit_of on blocker_limit (team, at);

-- A core flow, and the signals that show that it is watched.
create table flow (
  id text not null primary key, title text not null,
  place text not null,
  at text not null, who text not null, who_name text not null,
  ended_at text
) ${strict};
create table flow_signal (
  id text not null primary key,
  flow text not null references flow (id),
  gauge text not null,
  days int not null,
  at text not null,
  ended_at text
) ${strict};
create index flow_signal_of on flow_signal (flow);

-- A round in which people were asked what is on their mind; nobody's single answer is kept.
create table round (
  id text not null primary key, title text not null,
  place text not null,
  asked_on text not null,
  previous text not null,
  at text not null, who text not null, who_name text not null,
  closed_at text, closed_by text not null, closed_name text not null,
  no_action text not null
) ${strict};
create index round_of on round (place, asked_on);

-- What was said there, as a theme: how often in a word, never by how many.
create table round_theme (
  id text not null primary key,
  round text not null references round (id),
  says text not null,
  weight text not null check (weight in ('once', 'some', 'often')),
  at text not null, who text not null, who_name text not null
) ${strict};
create index round_theme_of on round_theme (round, at);

-- What a customer said, tagged; about a place, on a day. No customer is named.
create table customer_note (
  id text not null primary key,
  place text not null,
  said_on text not null,
  says text not null,
  tags text not null,
  tone text not null check (tone in ('praise', 'wish', 'complaint')),
  source text not null,
  at text not null, who text not null, who_name text not null
) ${strict};
create index customer_note_of on customer_note (place, said_on);
