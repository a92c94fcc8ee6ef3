-- columns
activities.id uuid not null
activities.learner_id uuid not null
activities.kind text not null
activities.exam text
activities.ref text not null
activities.seconds integer not null
activities.finished boolean not null default true
activities.at timestamp with time zone not null
activities.time_zone text not null
attempt_corrections.attempt_id uuid not null
attempt_corrections.learner_id uuid not null
attempt_corrections.changes jsonb not null
attempt_corrections.report jsonb not null
attempt_corrections.corrected_at timestamp with time zone not null
attempt_corrections.seen_at timestamp with time zone
attempt_events.attempt_id uuid not null
attempt_events.event_id uuid not null
attempt_events.sequence bigint not null
attempt_events.kind text not null
attempt_events.payload jsonb not null
attempt_events.client_at timestamp with time zone not null
attempt_events.received_at timestamp with time zone not null default now()
attempts.id uuid not null
attempts.learner_id uuid not null
attempts.exam text not null
attempts.mode text not null
attempts.seed text not null
attempts.frozen jsonb not null
attempts.created_at timestamp with time zone not null default now()
attempts.started_at timestamp with time zone
attempts.deadline_at timestamp with time zone
attempts.over_at timestamp with time zone
attempts.over_reason text
attempts.active_tab uuid
attempts.report jsonb
attempts.heading jsonb not null
card_reviews.id uuid not null
card_reviews.learner_id uuid not null
card_reviews.card_id text not null
card_reviews.rating text not null
card_reviews.at timestamp with time zone not null
card_reviews.time_zone text not null
card_reviews.seconds real not null
card_reviews.received_at timestamp with time zone not null
card_states.learner_id uuid not null
card_states.card_id text not null
card_states.memory jsonb
card_states.imported jsonb
card_states.due_at timestamp with time zone
card_states.is_suspended boolean not null default false
card_states.reset_at timestamp with time zone
card_states.updated_at timestamp with time zone not null
diagnoses.id uuid not null
diagnoses.learner_id uuid not null
diagnoses.exam text not null
diagnoses.title text not null
diagnoses.seed text not null
diagnoses.frozen jsonb not null
diagnoses.started_at timestamp with time zone not null
diagnoses.over_at timestamp with time zone
diagnoses.result jsonb
diagnosis_answers.diagnosis_id uuid not null
diagnosis_answers.event_id uuid not null
diagnosis_answers.sequence integer not null
diagnosis_answers.item_id text not null
diagnosis_answers.response jsonb
diagnosis_answers.credit double precision not null
diagnosis_answers.client_at timestamp with time zone not null
diagnosis_answers.received_at timestamp with time zone not null
evidence.id uuid not null
evidence.learner_id uuid not null
evidence.at timestamp with time zone not null
evidence.kind text not null
evidence.source jsonb not null
evidence.natural_key text not null
evidence.skills text[] not null default '{}'::text[]
evidence.task text
evidence.item_id text
evidence.item_version text
evidence.credit double precision not null
evidence.weight double precision not null default 1
imported_outcomes.learner_id uuid not null
imported_outcomes.id uuid not null
imported_outcomes.certification text not null
imported_outcomes.taken_in text not null
imported_outcomes.probability double precision not null
imported_outcomes.passed boolean not null
imported_outcomes.imported_at timestamp with time zone not null
item_reports.id uuid not null
item_reports.learner_id uuid not null
item_reports.attempt_id uuid not null
item_reports.slot text not null
item_reports.item_id text not null
item_reports.item_version integer not null
item_reports.kind text not null
item_reports.words text not null
item_reports.reported_at timestamp with time zone not null
item_reports.state text not null default 'open'::text
item_reports.decision text not null default ''::text
item_reports.decided_at timestamp with time zone
lab_events.lab_run_id uuid not null
lab_events.sequence integer not null
lab_events.event jsonb not null
lab_events.at timestamp with time zone not null
lab_runs.id uuid not null
lab_runs.learner_id uuid not null
lab_runs.lab text not null
lab_runs.lab_version integer not null
lab_runs.frozen text not null
lab_runs.frozen_digest text not null
lab_runs.started_at timestamp with time zone not null
lab_runs.superseded_at timestamp with time zone
learners.id uuid not null
learners.display_name text not null
learners.created_at timestamp with time zone not null default now()
outcomes.id uuid not null
outcomes.learner_id uuid not null
outcomes.certification text not null
outcomes.taken_on text not null
outcomes.passed boolean not null
outcomes.scaled_score integer
outcomes.is_counted boolean not null
outcomes.predicted jsonb
outcomes.recorded_at timestamp with time zone not null
own_cards.id uuid not null
own_cards.learner_id uuid not null
own_cards.origin text not null
own_cards.source text
own_cards.exam text
own_cards.task text
own_cards.front text not null
own_cards.back text not null
own_cards.tags jsonb not null default '[]'::jsonb
own_cards.created_at timestamp with time zone not null
own_cards.updated_at timestamp with time zone not null
own_cards.removed_at timestamp with time zone
plans.learner_id uuid not null
plans.exam text not null
plans.input jsonb not null
plans.plan jsonb not null
plans.made_at timestamp with time zone not null
plans.updated_at timestamp with time zone not null
posting_surveys.id uuid not null
posting_surveys.learner_id uuid not null
posting_surveys.name text not null
posting_surveys.survey jsonb not null
posting_surveys.evidence jsonb not null
posting_surveys.made_at timestamp with time zone not null
posting_surveys.updated_at timestamp with time zone not null
profiles.learner_id uuid not null
profiles.profile jsonb not null
profiles.updated_at timestamp with time zone not null default now()
roadmaps.id uuid not null
roadmaps.learner_id uuid not null
roadmaps.goal text not null
roadmaps.inputs jsonb not null
roadmaps.roadmap jsonb not null
roadmaps.done jsonb not null default '[]'::jsonb
roadmaps.catalog_version text not null
roadmaps.created_at timestamp with time zone not null default now()
roadmaps.updated_at timestamp with time zone not null default now()
schema_migrations.number integer not null
schema_migrations.name text not null
schema_migrations.checksum text not null
schema_migrations.applied_at timestamp with time zone not null default now()
search_documents.kind text not null
search_documents.ref text not null
search_documents.title text not null
search_documents.body text not null
search_documents.link text not null
search_documents.exam text
search_documents.vector tsvector default search_vector(title, body)
search_documents.title_vector tsvector default search_vector(title, ''::text)
search_index.id boolean not null
search_index.digest text not null
search_index.words text[] not null
server_uptime.id boolean not null
server_uptime.alive_at timestamp with time zone not null
study_settings.learner_id uuid not null
study_settings.settings jsonb not null
study_settings.fitted jsonb
study_settings.updated_at timestamp with time zone not null

-- constraints
activities.activities_kind_check CHECK ((kind = ANY (ARRAY['lesson'::text, 'cards'::text, 'practice'::text, 'mock-review'::text])))
activities.activities_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
activities.activities_pkey PRIMARY KEY (id)
activities.activities_seconds_check CHECK (((seconds >= 0) AND (seconds <= 86400)))
attempt_corrections.attempt_corrections_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempts(id)
attempt_corrections.attempt_corrections_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
attempt_corrections.attempt_corrections_pkey PRIMARY KEY (attempt_id)
attempt_events.attempt_events_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempts(id)
attempt_events.attempt_events_attempt_id_sequence_key UNIQUE (attempt_id, sequence)
attempt_events.attempt_events_pkey PRIMARY KEY (attempt_id, event_id)
attempt_events.attempt_events_sequence_check CHECK ((sequence >= 0))
attempts.attempts_check CHECK (((over_at IS NULL) = (over_reason IS NULL)))
attempts.attempts_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
attempts.attempts_mode_check CHECK ((mode = ANY (ARRAY['exam'::text, 'study'::text])))
attempts.attempts_over_reason_check CHECK ((over_reason = ANY (ARRAY['submitted'::text, 'timed-out'::text])))
attempts.attempts_pkey PRIMARY KEY (id)
card_reviews.card_reviews_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
card_reviews.card_reviews_pkey PRIMARY KEY (id)
card_reviews.card_reviews_rating_check CHECK ((rating = ANY (ARRAY['again'::text, 'hard'::text, 'good'::text, 'easy'::text])))
card_reviews.card_reviews_seconds_check CHECK (((seconds >= (0)::double precision) AND (seconds <= (3600)::double precision)))
card_states.card_states_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
card_states.card_states_pkey PRIMARY KEY (learner_id, card_id)
diagnoses.diagnoses_check CHECK (((over_at IS NULL) = (result IS NULL)))
diagnoses.diagnoses_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
diagnoses.diagnoses_pkey PRIMARY KEY (id)
diagnosis_answers.diagnosis_answers_credit_check CHECK (((credit >= (0)::double precision) AND (credit <= (1)::double precision)))
diagnosis_answers.diagnosis_answers_diagnosis_id_fkey FOREIGN KEY (diagnosis_id) REFERENCES diagnoses(id)
diagnosis_answers.diagnosis_answers_diagnosis_id_item_id_key UNIQUE (diagnosis_id, item_id)
diagnosis_answers.diagnosis_answers_diagnosis_id_sequence_key UNIQUE (diagnosis_id, sequence)
diagnosis_answers.diagnosis_answers_pkey PRIMARY KEY (diagnosis_id, event_id)
diagnosis_answers.diagnosis_answers_sequence_check CHECK ((sequence > 0))
evidence.evidence_credit_check CHECK (((credit >= (0)::double precision) AND (credit <= (1)::double precision)))
evidence.evidence_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
evidence.evidence_learner_id_natural_key_key UNIQUE (learner_id, natural_key)
evidence.evidence_pkey PRIMARY KEY (id)
evidence.evidence_weight_check CHECK ((weight >= (0)::double precision))
imported_outcomes.imported_outcomes_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
imported_outcomes.imported_outcomes_pkey PRIMARY KEY (learner_id, id)
imported_outcomes.imported_outcomes_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision)))
imported_outcomes.imported_outcomes_taken_in_check CHECK ((taken_in ~ '^\d{4}-\d{2}$'::text))
item_reports.item_reports_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES attempts(id)
item_reports.item_reports_check CHECK (((state = 'open'::text) = (decided_at IS NULL)))
item_reports.item_reports_item_version_check CHECK ((item_version > 0))
item_reports.item_reports_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
item_reports.item_reports_pkey PRIMARY KEY (id)
item_reports.item_reports_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text])))
lab_events.lab_events_lab_run_id_fkey FOREIGN KEY (lab_run_id) REFERENCES lab_runs(id)
lab_events.lab_events_pkey PRIMARY KEY (lab_run_id, sequence)
lab_events.lab_events_sequence_check CHECK ((sequence > 0))
lab_runs.lab_runs_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
lab_runs.lab_runs_pkey PRIMARY KEY (id)
learners.learners_pkey PRIMARY KEY (id)
outcomes.outcomes_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
outcomes.outcomes_pkey PRIMARY KEY (id)
outcomes.outcomes_taken_on_check CHECK ((taken_on ~ '^\d{4}-\d{2}-\d{2}$'::text))
own_cards.own_cards_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
own_cards.own_cards_learner_id_source_key UNIQUE (learner_id, source)
own_cards.own_cards_origin_check CHECK ((origin = ANY (ARRAY['own'::text, 'missed'::text, 'glossary'::text, 'anki'::text])))
own_cards.own_cards_pkey PRIMARY KEY (id)
plans.plans_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
plans.plans_pkey PRIMARY KEY (learner_id, exam)
posting_surveys.posting_surveys_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
posting_surveys.posting_surveys_pkey PRIMARY KEY (id)
profiles.profiles_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
profiles.profiles_pkey PRIMARY KEY (learner_id)
roadmaps.roadmaps_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
roadmaps.roadmaps_pkey PRIMARY KEY (id)
schema_migrations.schema_migrations_pkey PRIMARY KEY (number)
search_documents.search_documents_kind_check CHECK ((kind = ANY (ARRAY['lesson'::text, 'card'::text, 'question'::text, 'term'::text, 'lab'::text, 'certification'::text, 'role'::text, 'faq'::text])))
search_documents.search_documents_pkey PRIMARY KEY (kind, ref)
search_index.search_index_id_check CHECK (id)
search_index.search_index_pkey PRIMARY KEY (id)
server_uptime.server_uptime_id_check CHECK (id)
server_uptime.server_uptime_pkey PRIMARY KEY (id)
study_settings.study_settings_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES learners(id)
study_settings.study_settings_pkey PRIMARY KEY (learner_id)

-- indexes
CREATE INDEX activities_by_learner ON public.activities USING btree (learner_id, at DESC)
CREATE UNIQUE INDEX activities_pkey ON public.activities USING btree (id)
CREATE UNIQUE INDEX attempt_corrections_pkey ON public.attempt_corrections USING btree (attempt_id)
CREATE UNIQUE INDEX attempt_events_attempt_id_sequence_key ON public.attempt_events USING btree (attempt_id, sequence)
CREATE UNIQUE INDEX attempt_events_pkey ON public.attempt_events USING btree (attempt_id, event_id)
CREATE INDEX attempts_by_learner ON public.attempts USING btree (learner_id, created_at DESC)
CREATE UNIQUE INDEX attempts_pkey ON public.attempts USING btree (id)
CREATE INDEX attempts_running_by_deadline ON public.attempts USING btree (deadline_at) WHERE (over_at IS NULL)
CREATE INDEX card_reviews_by_card ON public.card_reviews USING btree (learner_id, card_id, at)
CREATE INDEX card_reviews_by_time ON public.card_reviews USING btree (learner_id, at DESC)
CREATE UNIQUE INDEX card_reviews_pkey ON public.card_reviews USING btree (id)
CREATE INDEX card_states_by_update ON public.card_states USING btree (learner_id, updated_at)
CREATE UNIQUE INDEX card_states_pkey ON public.card_states USING btree (learner_id, card_id)
CREATE INDEX diagnoses_by_learner ON public.diagnoses USING btree (learner_id, started_at DESC)
CREATE UNIQUE INDEX diagnoses_pkey ON public.diagnoses USING btree (id)
CREATE UNIQUE INDEX diagnoses_running ON public.diagnoses USING btree (learner_id, exam) WHERE (over_at IS NULL)
CREATE UNIQUE INDEX diagnosis_answers_diagnosis_id_item_id_key ON public.diagnosis_answers USING btree (diagnosis_id, item_id)
CREATE UNIQUE INDEX diagnosis_answers_diagnosis_id_sequence_key ON public.diagnosis_answers USING btree (diagnosis_id, sequence)
CREATE UNIQUE INDEX diagnosis_answers_pkey ON public.diagnosis_answers USING btree (diagnosis_id, event_id)
CREATE INDEX evidence_by_item ON public.evidence USING btree (item_id, item_version)
CREATE INDEX evidence_by_learner ON public.evidence USING btree (learner_id, at)
CREATE UNIQUE INDEX evidence_learner_id_natural_key_key ON public.evidence USING btree (learner_id, natural_key)
CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (id)
CREATE UNIQUE INDEX imported_outcomes_pkey ON public.imported_outcomes USING btree (learner_id, id)
CREATE INDEX item_reports_by_time ON public.item_reports USING btree (reported_at DESC)
CREATE UNIQUE INDEX item_reports_pkey ON public.item_reports USING btree (id)
CREATE UNIQUE INDEX lab_events_pkey ON public.lab_events USING btree (lab_run_id, sequence)
CREATE INDEX lab_runs_by_learner ON public.lab_runs USING btree (learner_id, lab, started_at DESC)
CREATE UNIQUE INDEX lab_runs_current ON public.lab_runs USING btree (learner_id, lab) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX lab_runs_pkey ON public.lab_runs USING btree (id)
CREATE UNIQUE INDEX learners_pkey ON public.learners USING btree (id)
CREATE INDEX outcomes_by_learner ON public.outcomes USING btree (learner_id, taken_on DESC)
CREATE UNIQUE INDEX outcomes_pkey ON public.outcomes USING btree (id)
CREATE INDEX own_cards_by_update ON public.own_cards USING btree (learner_id, updated_at)
CREATE INDEX own_cards_by_word ON public.own_cards USING gin (search_vector(front, back)) WITH (gin_pending_list_limit='256') WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX own_cards_learner_id_source_key ON public.own_cards USING btree (learner_id, source)
CREATE UNIQUE INDEX own_cards_pkey ON public.own_cards USING btree (id)
CREATE UNIQUE INDEX plans_pkey ON public.plans USING btree (learner_id, exam)
CREATE INDEX posting_surveys_by_learner ON public.posting_surveys USING btree (learner_id, made_at DESC)
CREATE UNIQUE INDEX posting_surveys_pkey ON public.posting_surveys USING btree (id)
CREATE UNIQUE INDEX profiles_pkey ON public.profiles USING btree (learner_id)
CREATE INDEX roadmaps_by_learner ON public.roadmaps USING btree (learner_id, updated_at DESC)
CREATE UNIQUE INDEX roadmaps_pkey ON public.roadmaps USING btree (id)
CREATE UNIQUE INDEX schema_migrations_pkey ON public.schema_migrations USING btree (number)
CREATE INDEX search_documents_by_word ON public.search_documents USING gin (vector)
CREATE UNIQUE INDEX search_documents_pkey ON public.search_documents USING btree (kind, ref)
CREATE UNIQUE INDEX search_index_pkey ON public.search_index USING btree (id)
CREATE UNIQUE INDEX server_uptime_pkey ON public.server_uptime USING btree (id)
CREATE UNIQUE INDEX study_settings_pkey ON public.study_settings USING btree (learner_id)

-- triggers
CREATE TRIGGER activities_append_only BEFORE DELETE OR UPDATE ON public.activities FOR EACH ROW EXECUTE FUNCTION forbid_change()
CREATE TRIGGER activities_no_truncate BEFORE TRUNCATE ON public.activities FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()
CREATE TRIGGER attempt_events_append_only BEFORE DELETE OR UPDATE ON public.attempt_events FOR EACH ROW EXECUTE FUNCTION forbid_change()
CREATE TRIGGER attempt_events_no_truncate BEFORE TRUNCATE ON public.attempt_events FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()
CREATE TRIGGER card_reviews_append_only BEFORE DELETE OR UPDATE ON public.card_reviews FOR EACH ROW EXECUTE FUNCTION forbid_change()
CREATE TRIGGER card_reviews_no_truncate BEFORE TRUNCATE ON public.card_reviews FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()
CREATE TRIGGER diagnosis_answers_append_only BEFORE DELETE OR UPDATE ON public.diagnosis_answers FOR EACH ROW EXECUTE FUNCTION forbid_change()
CREATE TRIGGER diagnosis_answers_no_truncate BEFORE TRUNCATE ON public.diagnosis_answers FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()
CREATE TRIGGER evidence_append_only BEFORE DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION forbid_change()
CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON public.evidence FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()
CREATE TRIGGER lab_events_append_only BEFORE DELETE OR UPDATE ON public.lab_events FOR EACH ROW EXECUTE FUNCTION forbid_change()
CREATE TRIGGER lab_events_no_truncate BEFORE TRUNCATE ON public.lab_events FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()

-- functions
CREATE OR REPLACE FUNCTION public.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('cairn.restoring', true) = 'on' then
    return coalesce(new, old);
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$function$
CREATE OR REPLACE FUNCTION public.search_vector(title text, body text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 1000
AS $function$
  select setweight(to_tsvector('pg_catalog.english', folded.title), 'A')
    || setweight(to_tsvector('pg_catalog.simple', folded.title), 'B')
    || setweight(to_tsvector('pg_catalog.english', folded.body), 'C')
    || setweight(to_tsvector('pg_catalog.simple', folded.body), 'D')
  from (
    select translate(lower(title), marks.found, marks.put) as title, translate(lower(body), marks.found, marks.put) as body
    from (
      select 'àáâãäåāçćčèéêëēėęğìíîïīıłñńòóôõöøōőśšşùúûüūůűýÿžźżßÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŠŽ!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~“”„‘’–—…·•→×'
        as found,
        'aaaaaaaccceeeeeeegiiiiiilnnoooooooosssuuuuuuuyyzzzsaaaaaaceeeeiiiinoooooouuuuysz' || repeat(' ', 44) as put
    ) as marks
  ) as folded
$function$
