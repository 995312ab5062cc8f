-- What a source names of a pipeline or a test where it names no repository: a service, or labels as
-- key=value apart by commas. The rules find its system by them.
alter table build add column service text;
alter table test_case add column service text;
create index build_service on build (service) where service is not null;
create index test_case_service on test_case (service) where service is not null;
