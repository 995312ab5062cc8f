-- Folders of decisions as files: of a repository that is read, or one that somebody named.
create table decision_folder (
  name text not null primary key,
  place text not null,
  head text not null,
  at text not null,
  revision int not null
) ${strict};

-- A file as it was read last, and our version of it where that differs: with what was merged here.
-- Its words and turns say up to where our version tells the decision. A commit that still has what
-- the last one had says nothing new, though the file was read elsewhere since.
create table decision_file (
  folder text not null references decision_folder (name),
  path text not null,
  decision text references decision (id),
  left_out text not null,
  theirs ${blob} not null,
  ours ${blob},
  words int not null,
  turns int not null,
  is_there int not null,
  is_read int not null,
  seen text not null,
  primary key (folder, path)
) ${strict};

create index decision_file_decision on decision_file (decision);

-- A part of a file that was changed there and here, until somebody takes one of both.
create table decision_conflict (
  folder text not null,
  path text not null,
  part text not null,
  heading text not null,
  base text not null,
  ours text not null,
  theirs text not null,
  primary key (folder, path, part),
  foreign key (folder, path) references decision_file (folder, path)
) ${strict};
