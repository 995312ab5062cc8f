-- Why somebody was invited, which stands beside the role that they take.
alter table invitation add column why text not null default '';
