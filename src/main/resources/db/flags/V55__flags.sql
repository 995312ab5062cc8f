-- Feature flags. What a flag says is its newest words, what became of it its turns; both only come.
create table flag_item (
  id text not null primary key,
  number int not null unique,
  flag_key text not null,
  at text not null
) ${strict};

create table flag_words (
  item text not null references flag_item (id),
  number int not null,
  says text not null,
  place text not null,
  purpose text not null check (purpose in ('release', 'experiment', 'operational', 'permission')),
  owner text not null,
  since text not null,
  ends text not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  primary key (item, number)
) ${strict};

create table flag_turn (
  item text not null references flag_item (id),
  number int not null,
  kind text not null check (kind in ('extended', 'shortened', 'removed', 'returned')),
  day text,
  evidence text not null,
  words text not null,
  at text not null,
  who text not null,
  who_name text not null,
  primary key (item, number)
) ${strict};

-- Where it was told of: its file and the place that the file was brought for. Gone since then.
-- How often that changed tells one moment from another at the same time.
create table flag_source (
  kind text not null,
  mark text not null,
  item text not null references flag_item (id),
  file text not null,
  home text not null,
  says text not null,
  first_seen text not null,
  last_seen text not null,
  gone text,
  changed int not null,
  primary key (kind, mark)
) ${strict};

-- How long flags of a kind usually live, as somebody set it; the newest of each holds.
create table flag_life (
  number int not null primary key,
  purpose text not null check (purpose in ('release', 'experiment', 'operational', 'permission')),
  days int not null,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null
) ${strict};
