-- What came in, one row a delivery, kept for good: a second one with the same id is known by it.
create table delivery (
  id ${id},
  source text not null,
  delivery_id text not null,
  received_at text not null,
  size int not null,
  state text not null,
  reason text not null,
  facts_new int not null,
  facts_unchanged int not null,
  parser text not null,
  understood_at text,
  unique (source, delivery_id)
) ${strict};
create index delivery_waiting on delivery (source, id) where state = 'waiting';
create index delivery_parked on delivery (id) where state = 'parked';
create index delivery_time on delivery (source, received_at, state);

-- Its raw bytes, compressed, and the headers that its source needs; kept for a set time.
create table delivery_body (
  id ${long} not null primary key references delivery (id) on delete cascade,
  headers text not null,
  body ${blob} not null
) ${strict};
