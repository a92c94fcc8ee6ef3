-- Runs of labs. Ids are made by the client, so a repeated request starts nothing twice. What happened in a run is its
-- events; the account in the sandbox is not kept, and can be built anew from them.

create table lab_runs (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  lab text not null,
  lab_version integer not null,
  -- The lab as it was at the start, as JSON text (the order of its keys matters), and the SHA-256 of that text.
  frozen text not null,
  frozen_digest text not null,
  started_at timestamptz not null,
  -- A lab has one account, which the latest run owns.
  superseded_at timestamptz
);

create index lab_runs_by_learner on lab_runs (learner_id, lab, started_at desc);
create unique index lab_runs_current on lab_runs (learner_id, lab) where superseded_at is null;

create table lab_events (
  lab_run_id uuid not null references lab_runs (id),
  sequence integer not null check (sequence > 0),
  event jsonb not null,
  at timestamptz not null,
  primary key (lab_run_id, sequence)
);

create trigger lab_events_append_only before update or delete on lab_events
  for each row execute function forbid_change();
create trigger lab_events_no_truncate before truncate on lab_events
  for each statement execute function forbid_change();
