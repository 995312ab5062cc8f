-- What a directory tells of an account through SCIM, beside what the account has.
create table scim_user (
  account text not null primary key references account (id),
  user_name text not null,
  external_id text not null,
  given text not null,
  family text not null,
  version ${long} not null,
  changed_at text not null
) ${strict};
create unique index scim_user_name on scim_user (user_name);
create index scim_user_external on scim_user (external_id);

-- A group that a directory tells of through SCIM; its members are account groups of 'scim/' and name.
create table scim_group (
  id text not null primary key,
  name text not null,
  external_id text not null,
  made_at text not null,
  version ${long} not null,
  changed_at text not null
) ${strict};
create unique index scim_group_name on scim_group (name);
