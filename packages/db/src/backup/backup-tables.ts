/** Tables that a backup carries: parents before children, each with the key that orders its rows. */
export const BACKUP_TABLES = [
  { name: 'learners', orderBy: 'id' },
  { name: 'profiles', orderBy: 'learner_id' },
  { name: 'roadmaps', orderBy: 'id' },
  { name: 'attempts', orderBy: 'id' },
  { name: 'attempt_events', orderBy: 'attempt_id, sequence' },
  { name: 'evidence', orderBy: 'id' },
  { name: 'diagnoses', orderBy: 'id' },
  { name: 'diagnosis_answers', orderBy: 'diagnosis_id, sequence' },
  { name: 'outcomes', orderBy: 'id' },
  { name: 'imported_outcomes', orderBy: 'learner_id, id' },
  { name: 'lab_runs', orderBy: 'id' },
  { name: 'lab_events', orderBy: 'lab_run_id, sequence' },
  { name: 'item_reports', orderBy: 'id' },
  { name: 'attempt_corrections', orderBy: 'attempt_id' },
  { name: 'activities', orderBy: 'id' },
  { name: 'own_cards', orderBy: 'id' },
  { name: 'card_reviews', orderBy: 'id' },
  { name: 'card_states', orderBy: 'learner_id, card_id' },
  { name: 'plans', orderBy: 'learner_id, exam' },
  { name: 'study_settings', orderBy: 'learner_id' },
  { name: 'posting_surveys', orderBy: 'id' },
] as const;

/** About this installation rather than its learners: not in a backup. */
export const LOCAL_TABLES: readonly string[] = [
  'schema_migrations',
  'server_uptime',
  'search_documents',
  'search_index',
];
