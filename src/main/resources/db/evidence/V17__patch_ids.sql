-- What commits and whole changes do to the contents (patch-id), worked out once and never changed.
-- base: empty for a commit against its parent, else the commit where a change left the main line.
-- identity: empty for what has none, as a merge and what changes nothing.
create table patch_id (
  repository text not null references repository (name) on delete cascade,
  revision text not null,
  base text not null,
  identity text not null,
  primary key (repository, revision, base)
) ${strict};
