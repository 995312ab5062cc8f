-- Work that one process does for all: who does it, and until when it is taken for alive.
create table lease (
  name text not null primary key,
  holder text not null,
  until text not null
) ${strict};
