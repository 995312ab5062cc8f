-- What nobody reads who has only the database: each under a key of its own, which lies beside it
-- under the key that stands in a file.
create table sealed (
  name text not null primary key,
  key_id text not null,
  wrapped ${blob} not null,
  body ${blob} not null,
  sealed_at text not null
) ${strict};
