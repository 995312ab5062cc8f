-- What was built, and of which commit; as in V3 a row is what one source said of one thing.
-- key: a package URL, or chain:… for all that a chain of events is about; change: the key of the change
-- request that it was built from; chain: the key of the chain that it belongs to.
create table artifact (
  seq ${long} not null primary key,
  key text not null,
  digest ${long} not null,
  said_at ${long} not null,
  source text not null,
  repository text,
  revision text,
  change text,
  chain text,
  unique (key, digest)
) ${strict};

create index artifact_change on artifact (change) where change is not null;
create index artifact_chain on artifact (chain) where chain is not null;

-- Which deployments named which artifact in place of a commit.
create table artifact_use (
  artifact text not null,
  deployment text not null,
  primary key (artifact, deployment)
) ${strict};

-- The commits of artifacts: as they were told, or those that merged their change requests.
create view artifact_commit as
select key, repository, revision, said_at
from artifact
where revision is not null
union
select a.key, c.repository, c.merge_revision, c.said_at
from artifact a
join change_request c on c.key = a.change
where c.merge_revision is not null;

-- The same, and those of the chains that artifacts belong to.
create view artifact_origin as
select key, repository, revision, said_at
from artifact_commit
union
select a.key, c.repository, c.revision, c.said_at
from artifact a
join artifact_commit c on c.key = a.chain;
