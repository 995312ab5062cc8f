-- What a metric was good for: a decision that somebody took with it. Never changed.
create table metric_use (
  id text not null primary key,
  metric text not null,
  scope text not null,
  who text not null,
  at text not null,
  what text not null
) ${strict};

-- Since when a metric could have served.
create table metric_begun (
  metric text not null primary key,
  at text not null
) ${strict};

-- Five answers without any measurement. Never changed; the next one stands beside it.
create table quick_check (
  id text not null primary key,
  scope text not null,
  who text not null,
  at text not null,
  lead_time int not null,
  frequency int not null,
  recovery int not null,
  fail_percent ${real} not null,
  rework_percent ${real} not null
) ${strict};
