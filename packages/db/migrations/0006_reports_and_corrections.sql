-- What learners say is wrong with a question, and what its author decided.
create table item_reports (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  attempt_id uuid not null references attempts (id),
  slot text not null,
  item_id text not null,
  item_version integer not null check (item_version > 0),
  kind text not null,
  words text not null,
  reported_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'rejected')),
  -- The author's words to the learner.
  decision text not null default '',
  decided_at timestamptz,
  check ((state = 'open') = (decided_at is null))
);

create index item_reports_by_time on item_reports (reported_at desc);

-- What corrected keys changed in an attempt that is over. The attempt itself stays as it was.
create table attempt_corrections (
  attempt_id uuid primary key references attempts (id),
  learner_id uuid not null references learners (id),
  changes jsonb not null,
  report jsonb not null,
  corrected_at timestamptz not null,
  -- When the learner said that they have seen it.
  seen_at timestamptz
);
