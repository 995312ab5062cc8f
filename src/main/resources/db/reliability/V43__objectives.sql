-- Objectives as OpenSLO documents. Never changed; of each name the last row holds, and one without a
-- text took it away.
create table objective (
  name text not null,
  number int not null,
  text text,
  at text not null,
  who text not null,
  who_name text not null,
  why text not null,
  primary key (name, number)
) ${strict};
