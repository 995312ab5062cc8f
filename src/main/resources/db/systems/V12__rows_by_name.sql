-- An import asks for the rows of one name at a time.
create index system_edge_of on system_edge (system);
create index membership_of on membership (team, person);
create index joining_of on joining (person);
