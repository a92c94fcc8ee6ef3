-- What somebody did: a lesson read, cards reviewed, a practice set. Time of labs and attempts stands in their own logs.
create table activities (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  kind text not null check (kind in ('lesson', 'cards', 'practice', 'mock-review')),
  -- The exam it was for; null for something that serves none.
  exam text,
  -- The lesson, deck or attempt.
  ref text not null,
  seconds integer not null check (seconds between 0 and 86400),
  -- Whether it came to its end; a lesson left halfway is time spent, not a lesson read.
  finished boolean not null default true,
  at timestamptz not null,
  -- Where the learner was: a day is theirs, not the server's.
  time_zone text not null
);

create index activities_by_learner on activities (learner_id, at desc);

create trigger activities_append_only before update or delete on activities
  for each row execute function forbid_change();
create trigger activities_no_truncate before truncate on activities
  for each statement execute function forbid_change();

-- Cards that a learner wrote, made of a missed question or a term, or brought from elsewhere.
create table own_cards (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  origin text not null check (origin in ('own', 'missed', 'glossary', 'anki')),
  -- What it was made of: an item, a term, the note and template of an Anki deck. The same source makes one card.
  source text,
  exam text,
  task text,
  front text not null,
  back text not null,
  tags jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Kept without being asked, so that what is known of it survives a second import.
  removed_at timestamptz,
  unique (learner_id, source)
);

-- Every answer to a card; memory is derived from it.
create table card_reviews (
  id uuid primary key,
  learner_id uuid not null references learners (id),
  -- `exam/slug` of the content, or the id of an own card.
  card_id text not null,
  rating text not null check (rating in ('again', 'hard', 'good', 'easy')),
  at timestamptz not null,
  time_zone text not null,
  seconds real not null check (seconds between 0 and 3600),
  received_at timestamptz not null
);

create index card_reviews_by_card on card_reviews (learner_id, card_id, at);
create index card_reviews_by_time on card_reviews (learner_id, at desc);

create trigger card_reviews_append_only before update or delete on card_reviews
  for each row execute function forbid_change();
create trigger card_reviews_no_truncate before truncate on card_reviews
  for each statement execute function forbid_change();

-- What is remembered of a card now: derived from its reviews and, if it was imported, from what came with it.
create table card_states (
  learner_id uuid not null references learners (id),
  card_id text not null,
  memory jsonb,
  -- Memory that an import brought; reviews count on from it.
  imported jsonb,
  due_at timestamptz,
  is_suspended boolean not null default false,
  -- The learner began anew: reviews and imports up to then no longer count.
  reset_at timestamptz,
  updated_at timestamptz not null,
  primary key (learner_id, card_id)
);

-- A deck that is kept in memory is good until one of these moves.
create index card_states_by_update on card_states (learner_id, updated_at);
create index own_cards_by_update on own_cards (learner_id, updated_at);

-- One plan for each exam; the newest input and the plan that it gave.
create table plans (
  learner_id uuid not null references learners (id),
  exam text not null,
  input jsonb not null,
  plan jsonb not null,
  made_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (learner_id, exam)
);

-- How somebody wants to study: limits, load balancing, days off, the zone they are in.
create table study_settings (
  learner_id uuid primary key references learners (id),
  settings jsonb not null,
  -- How this learner forgets, fitted to their reviews; null until there are enough.
  fitted jsonb,
  updated_at timestamptz not null
);
