-- Keys that somebody proves an account with, beside the password. Nothing here is secret.
create table passkey (
  id text not null primary key,
  account text not null references account (id),
  name text not null,
  data text not null,
  count ${long} not null,
  synced int not null,
  ways text not null,
  made_at text not null,
  used_at text,
  removed_at text
) ${strict};
create index passkey_account on passkey (account);

-- Each lets somebody in once who has no key at hand: kept as hashes.
create table recovery_code (
  hash text not null primary key,
  account text not null references account (id),
  made_at text not null,
  used_at text
) ${strict};
create index recovery_code_account on recovery_code (account);

-- What a browser was asked to have signed: by a session, or by somebody whose password was right.
create table challenge (
  hash text not null primary key,
  account text not null references account (id),
  challenge text not null,
  way text not null,
  tries int not null,
  ends_at text not null
) ${strict};
