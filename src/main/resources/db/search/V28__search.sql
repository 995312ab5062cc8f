-- What search over all finds. All of it follows from other tables and is made anew when it is missing.
-- feed: what it follows from; digest: of all the rest of the row; permission, place_kind, place: what
-- whoever finds it must be allowed.
create table search_document (
  id ${long} not null primary key,
  feed text not null,
  kind text not null,
  key text not null,
  title text not null,
  says text not null,
  address text not null,
  permission text not null,
  place_kind text not null,
  place text not null,
  digest ${long} not null
) ${strict};
create unique index search_document_of on search_document (feed, key);

-- Up to which version of its source each feed is caught up with. The row without a name is held
-- while anything is written, so that one process does it at a time.
create table search_feed (
  name text not null primary key,
  version text not null
) ${strict};
insert into search_feed (name, version) values ('', '');

${fulltext};
