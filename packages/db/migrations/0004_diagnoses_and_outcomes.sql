-- One adaptive diagnosis, and what was answered in it. Ids are made by the client, so a repeated request writes
-- nothing twice.

create table diagnoses (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  exam text not null,
  title text not null,
  seed text not null,
  -- Item versions, questions with keys, parameters and rules, as they were at the start.
  frozen jsonb not null,
  started_at timestamptz not null,
  over_at timestamptz,
  -- Why it stopped, and the ability that it found.
  result jsonb,
  check ((over_at is null) = (result is null))
);

create index diagnoses_by_learner on diagnoses (learner_id, started_at desc);
-- One at a time for each exam.
create unique index diagnoses_running on diagnoses (learner_id, exam) where over_at is null;

create table diagnosis_answers (
  diagnosis_id uuid not null references diagnoses (id),
  event_id uuid not null,
  -- From 1: the place of the question in this diagnosis.
  sequence integer not null check (sequence > 0),
  item_id text not null,
  -- Null: "I do not know".
  response jsonb,
  credit double precision not null check (credit between 0 and 1),
  client_at timestamptz not null,
  received_at timestamptz not null,
  primary key (diagnosis_id, event_id),
  unique (diagnosis_id, sequence),
  unique (diagnosis_id, item_id)
);

create trigger diagnosis_answers_append_only before update or delete on diagnosis_answers
  for each row execute function forbid_change();
create trigger diagnosis_answers_no_truncate before truncate on diagnosis_answers
  for each statement execute function forbid_change();

-- Real exams that a learner chose to record. A learner may take one back, so it is no append-only fact.
create table outcomes (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  certification text not null,
  -- A day of the calendar, YYYY-MM-DD, without a time zone.
  taken_on text not null check (taken_on ~ '^\d{4}-\d{2}-\d{2}$'),
  passed boolean not null,
  scaled_score integer,
  is_counted boolean not null,
  -- What readiness said the day before; null if there was not enough evidence.
  predicted jsonb,
  recorded_at timestamptz not null
);

create index outcomes_by_learner on outcomes (learner_id, taken_on desc);

-- Outcomes of others, from files without personal data.
create table imported_outcomes (
  learner_id uuid not null references learners (id),
  id uuid not null,
  certification text not null,
  taken_in text not null check (taken_in ~ '^\d{4}-\d{2}$'),
  probability double precision not null check (probability between 0 and 1),
  passed boolean not null,
  imported_at timestamptz not null,
  primary key (learner_id, id)
);
