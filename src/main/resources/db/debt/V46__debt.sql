-- Technical debt. What an item says is its newest words, what became of it its turns; both only come.
create table debt_item (
  id text not null primary key,
  number int not null unique,
  at text not null
) ${strict};

create table debt_words (
  item text not null references debt_item (id),
  number int not null,
  title text not null,
  says text not null,
  place text not null,
  spots text not null,
  nature text not null,
  effect text not null check (effect in ('slows', 'risks', 'waits')),
  severity text not null check (severity in ('critical', 'high', 'medium', 'low')),
  owner text not null,
  origin text not null,
  outcome text not null,
  principal_low ${real},
  principal_high ${real},
  principal_by text not null,
  interest_low ${real},
  interest_high ${real},
  requires text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  primary key (item, number)
) ${strict};

create table debt_turn (
  item text not null references debt_item (id),
  number int not null,
  kind text not null,
  about text not null,
  words text not null,
  day text,
  low ${real},
  high ${real},
  cases int not null,
  touches ${real},
  extra ${real},
  extra_low ${real},
  extra_high ${real},
  compared int not null,
  at text not null,
  who text not null,
  who_name text not null,
  primary key (item, number)
) ${strict};

-- Where it was seen: the same thing seen twice is one item with two sources.
create table debt_source (
  kind text not null,
  mark text not null,
  item text not null references debt_item (id),
  address text not null,
  says text not null,
  first_seen text not null,
  last_seen text not null,
  primary key (kind, mark)
) ${strict};

create index debt_source_seen on debt_source (last_seen);

-- Windows, rates and labels as somebody set them; the newest of each holds, an empty one for none.
create table debt_rule (
  number int not null primary key,
  what text not null,
  place text not null,
  value text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null
) ${strict};
