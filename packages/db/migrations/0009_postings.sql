-- What the postings that somebody collected ask for: counts and quotes. The postings themselves stay in their files.
create table posting_surveys (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  name text not null,
  survey jsonb not null,
  -- Its digest as the advisor takes it.
  evidence jsonb not null,
  made_at timestamptz not null,
  updated_at timestamptz not null
);

create index posting_surveys_by_learner on posting_surveys (learner_id, made_at desc);
