-- Lists are read in parts: the teams of the people in one part, and what needs one system.
create index membership_by on membership (person);
create index system_edge_to on system_edge (other);
