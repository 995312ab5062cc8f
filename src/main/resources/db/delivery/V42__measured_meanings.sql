-- Which way is better for a number that others measured, and whose it is. Never changed; the last holds.
create table measured_meaning (
  scope text not null,
  metric text not null,
  number int not null,
  better text not null check (better in ('neither', 'up', 'down')),
  owner text not null,
  at text not null,
  who text not null,
  who_name text not null,
  primary key (scope, metric, number)
) ${strict};
