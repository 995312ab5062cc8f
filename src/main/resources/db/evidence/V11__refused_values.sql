-- What stood in the field of a refused line, cut where it was long; empty where it named a person.
alter table import_refusal add column value text not null default '';
