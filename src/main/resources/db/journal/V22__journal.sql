-- What changed anything, in the order in which it did: nothing of it is ever changed or taken out.
create table journal_entry (
  seq ${long} not null primary key,
  at text not null,
  who_kind text not null,
  who text not null,
  who_name text not null,
  what text not null,
  subject_kind text not null,
  subject text not null,
  address text not null,
  place_kind text not null,
  place text not null,
  needs text not null,
  why text not null,
  was text not null,
  became text not null,
  previous text not null,
  hash text not null
) ${strict};
create index journal_entry_of on journal_entry (subject_kind, subject, seq);
create index journal_entry_in on journal_entry (place_kind, place, seq);
create index journal_entry_by on journal_entry (who, seq);
create index journal_entry_what on journal_entry (what, seq);
create index journal_entry_at on journal_entry (at, seq);

-- The last entry; whoever writes the next one holds this row until its transaction ends.
create table journal_head (
  one int not null primary key check (one = 1),
  seq ${long} not null,
  hash text not null
) ${strict};
insert into journal_head (one, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

${refusal};
create trigger journal_entry_stays before update on journal_entry ${refuse};
create trigger journal_entry_remains before delete on journal_entry ${refuse};
