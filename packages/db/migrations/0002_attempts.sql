-- One sitting of an exam, and everything the candidate did in it. Ids are made by the client, so a repeated
-- request writes nothing twice.

create table attempts (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  exam text not null,
  mode text not null check (mode in ('exam', 'study')),
  seed text not null,
  -- Item versions, questions with keys, parameters, form and rules, as they were at the start.
  frozen jsonb not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  -- Null while not started, or untimed.
  deadline_at timestamptz,
  over_at timestamptz,
  over_reason text check (over_reason in ('submitted', 'timed-out')),
  active_tab uuid,
  report jsonb,
  check ((over_at is null) = (over_reason is null))
);

create index attempts_by_learner on attempts (learner_id, created_at desc);
create index attempts_running_by_deadline on attempts (deadline_at) where over_at is null;

create table attempt_events (
  attempt_id uuid not null references attempts (id),
  event_id uuid not null,
  sequence bigint not null check (sequence >= 0),
  kind text not null,
  payload jsonb not null,
  client_at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (attempt_id, event_id),
  unique (attempt_id, sequence)
);

-- What a learner showed: the one record that ability, readiness and badges are derived from.
create table evidence (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  at timestamptz not null,
  kind text not null,
  source jsonb not null,
  -- Names what was observed, for example attempt:<id>/slot:<id>. Deriving it again inserts nothing.
  natural_key text not null,
  skills text[] not null default '{}',
  task text,
  item_id text,
  item_version text,
  credit double precision not null check (credit between 0 and 1),
  weight double precision not null default 1 check (weight >= 0),
  unique (learner_id, natural_key)
);

create index evidence_by_learner on evidence (learner_id, at);
create index evidence_by_item on evidence (item_id, item_version);

-- Facts are added, never changed. A restore says so with cairn.restoring and nobody else may.
create function forbid_change() returns trigger language plpgsql as $$
begin
  if current_setting('cairn.restoring', true) = 'on' then
    return coalesce(new, old);
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger attempt_events_append_only before update or delete on attempt_events
  for each row execute function forbid_change();
create trigger attempt_events_no_truncate before truncate on attempt_events
  for each statement execute function forbid_change();
create trigger evidence_append_only before update or delete on evidence
  for each row execute function forbid_change();
create trigger evidence_no_truncate before truncate on evidence
  for each statement execute function forbid_change();
