-- Whether a change request was open when its source spoke: one that was opened again has no end until
-- it ends again. Null: the source did not say.
alter table change_request add column open int;
update change_request set open = 0 where merged_at is not null or closed_at is not null;
