-- Who learns, what they told us, where they want to go.
-- Tables carry no schema name: a restore replays these files in a scratch schema to lift old backups.

create table learners (
  id uuid primary key,
  display_name text not null,
  created_at timestamptz not null default now()
);

create table profiles (
  learner_id uuid primary key references learners (id),
  profile jsonb not null,
  updated_at timestamptz not null default now()
);

create table roadmaps (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  goal text not null,
  inputs jsonb not null,
  roadmap jsonb not null,
  done jsonb not null default '[]',
  catalog_version text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index roadmaps_by_learner on roadmaps (learner_id, updated_at desc);
