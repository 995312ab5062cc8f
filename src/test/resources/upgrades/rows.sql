-- from 1
insert into repository (name, source, added_at, added_by) values ('shop', '/srv/git/shop', '2026-01-05T09:00:00.000Z', 'up');
-- from 3
update fact_clock set value = 9;
insert into deployment (seq, key, digest, said_at, source, service, repository, revision, branch, environment, production, started_at, finished_at, outcome, unplanned, url) values (1, 'own:d-1', 101, 1772791200000, 'deployment', 'shop', 'acme/shop', '1d2c3b4a5968', 'main', 'production', 1, 1772791080000, 1772791200000, 'SUCCESS', 0, null);
insert into deployment (seq, key, digest, said_at, source, service, repository, revision, environment, production, started_at, finished_at, outcome) values (2, 'own:d-2', 102, 1772877600000, 'deployment', 'shop', 'acme/shop', '9fceb02d0ae5', 'production', 1, 1772877480000, 1772877600000, 'SUCCESS');
insert into change_request (seq, key, digest, said_at, source, repository, number, title, opened_at, merged_at, merge_revision, draft) values (3, 'own:c-11', 103, 1772791200000, 'change', 'acme/shop', 11, 'Grüße – 日本', 1772700000000, 1772790000000, '1d2c3b4a5968', 0);
insert into review (seq, key, digest, said_at, source, change, state, submitted_at) values (4, 'own:r-1', 104, 1772791200000, 'github', 'own:c-11', 'APPROVED', 1772780000000);
insert into build (seq, key, digest, said_at, source, repository, name, attempt, started_at, finished_at, outcome) values (5, 'own:b-1', 105, 1772791200000, 'github', 'acme/shop', 'test', 1, 1772780000000, 1772780300000, 'SUCCESS');
insert into incident (seq, key, digest, said_at, source, service, title, severity, detected_at, resolved_at, open) values (6, 'own:i-3', 106, 1772791200000, 'incident', 'shop', 'Orders stuck', 'high', 1772792000000, 1772794000000, 0);
insert into measurement (seq, key, digest, said_at, source, metric, scope, at, value, unit) values (7, 'own:m-1', 107, 1772791200000, 'measurement', 'activation', 'system:shop', 1772791200000, 0.41, 'share');
insert into test_case (seq, key, digest, said_at, source, repository, revision, run, suite, name, result, seconds, at) values (8, 'own:t-1', 108, 1772791200000, 'import', 'acme/shop', '1d2c3b4a5968', 'ci-1', 'Orders', 'paid', 'PASSED', 0.25, 1772791200000);
insert into push (seq, key, digest, said_at, source, repository, branch, main, before, after, at) values (9, 'own:p-1', 109, 1772791200000, 'github', 'acme/shop', 'main', 1, '77d12e0c1f4a', '1d2c3b4a5968', 1772790000000);
insert into cause_word (seq, incident, deployment, said, said_by, why, at) values (1, 'own:i-3', 'own:d-1', 'CONFIRMED', 'here', '', 1772800000000);
-- from 4
insert into delivery (source, delivery_id, received_at, size, state, reason, facts_new, facts_unchanged, parser, understood_at) values ('deployment', 'one', '2026-03-06T10:00:00.000Z', 12, 'understood', '', 1, 0, '0.1.0', '2026-03-06T10:00:01.000Z');
insert into delivery (source, delivery_id, received_at, size, state, reason, facts_new, facts_unchanged, parser, understood_at) values ('gitlab', 'two', '2026-03-06T11:00:00.000Z', 3, 'parked', 'This is no JSON.', 0, 0, '0.1.0', '2026-03-06T11:00:01.000Z');
insert into delivery_body (id, headers, body) values (2, '{}', ${bytes:00ff10});
-- from 5
update systems_revision set value = 5;
insert into repository_address (repository, address) values ('shop', 'git.example.org/acme/shop');
insert into system_entry (name, declared_at, declared_by, source) values ('checkout', '2026-01-06T09:00:00.000Z', 'here', 'hand');
insert into system_field (id, subject, field, value, source, by_hand, since, said_by, why, until) values ('f1', 'checkout', 'title', 'Checkout', 'hand', 1, '2026-01-06T09:00:00.000Z', 'here', '', '2026-02-06T09:00:00.000Z');
insert into system_field (id, subject, field, value, source, by_hand, since, said_by, why, until) values ('f2', 'checkout', 'title', 'The old quay', 'hand', 1, '2026-02-06T09:00:00.000Z', 'here', '', null);
insert into system_edge (id, kind, system, other, first_day, last_day, source, by_hand, said_at, said_by, why) values ('e1', 'owner', 'checkout', 'harbour', '2026-01-06', null, 'hand', 1, '2026-01-06T09:00:00.000Z', 'here', '');
insert into system_rule (id, place, kind, pattern, folder, target, said_at, said_by, why) values ('r1', 1, 'service', 'shop*', '', 'checkout', '2026-01-06T09:00:00.000Z', 'here', '');
-- from 6
update people_revision set value = 4;
insert into person (id, name, added_at, added_by, why) values ('p1', 'Mara Lind', '2026-01-06T09:00:00.000Z', 'here', '');
insert into joining (id, address, person, by_hand, since, said_by, why) values ('j1', 'mara', 'p1', 1, '2026-01-06T09:00:00.000Z', 'here', '');
insert into team (name, added_at, added_by, source) values ('harbour', '2026-01-06T09:00:00.000Z', 'here', 'hand');
insert into team_field (id, subject, field, value, source, by_hand, since, said_by, why, until) values ('t1', 'harbour', 'title', 'The harbour watch', 'hand', 1, '2026-01-06T09:00:00.000Z', 'here', '', null);
insert into membership (id, team, person, function, first_day, last_day, source, said_at, said_by, why) values ('m1', 'harbour', 'p1', '', '2026-01-06', null, 'hand', '2026-01-06T09:00:00.000Z', 'here', '');
-- from 7
insert into import_job (id, kind, file, origin, state, begun_at, ended_at, seen, added) values ('i1', 'deployments', 'history.csv', 'command', 'DONE', '2026-01-07T09:00:00.000Z', '2026-01-07T09:00:01.000Z', 4000000000, 2);
insert into import_refusal (job, place, file, line, field, why, mend) values ('i1', 1, 'history.csv', 3, 'started_at', 'It has no zone.', 'Write it.');
-- from 8
insert into pull_cursor (api, repository, stream, seen_to) values ('https://api.github.com', 'acme/shop', 'changes', '2026-03-01T00:00:00.000Z');
-- from 9
insert into metric_use (id, metric, scope, who, at, what) values ('u1', 'change-lead-time', 'shop', 'here', '2026-03-01T00:00:00.000Z', 'Smaller changes');
insert into quick_check (id, scope, who, at, lead_time, frequency, recovery, fail_percent, rework_percent) values ('q1', 'shop', 'here', '2026-03-01T00:00:00.000Z', 1, 2, 3, 12.5, 0);
-- from 10
insert into artifact (seq, key, digest, said_at, source, revision) values (1, 'pkg:oci/shop@1', 110, 1772791200000, 'cloudevents', '1d2c3b4a5968');
-- from 17
insert into patch_id (repository, revision, base, identity) values ('shop', '1d2c3b4a5968', '', 'aa11');
-- from 18
insert into sealed (name, key_id, wrapped, body, sealed_at) values ('github_token', '0011223344556677', ${bytes:00ff}, ${bytes:10}, '2026-03-01T00:00:00.000Z');
