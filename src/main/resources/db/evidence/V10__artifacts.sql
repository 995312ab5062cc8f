-- What was built, and of which commit: deployments that name a package find their commit here.
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
