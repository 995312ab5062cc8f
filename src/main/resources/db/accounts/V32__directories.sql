-- By what a session began: a provider of the settings; none where a password of this house did.
alter table session add column provider text;

-- The same of somebody who is asked for a key.
alter table challenge add column provider text;

-- What a provider of SAML proved, until the browser that asked for it fetches it: the hash of what
-- the browser is given, and of the try that it belongs to.
create table saml_answer (
  hash text not null primary key,
  provider text not null,
  attempt text not null,
  proven text not null,
  ends_at text not null
) ${strict};

-- Assertions that were taken, by their hash, for as long as they would be taken again.
create table saml_taken (
  hash text not null primary key,
  ends_at text not null
) ${strict};
