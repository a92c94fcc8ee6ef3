import { it } from 'vitest';
import { sql } from '@cairn/db';
import { testServer } from '../testing.ts';
it('measure', async () => {
  const s = await testServer();
  const l = '00000000-0000-7000-8000-000000000001';
  await sql`insert into own_cards (id, learner_id, origin, front, back, exam, created_at, updated_at) select gen_random_uuid(), ${l}::uuid, 'own', 'front '||i, 'back '||i, null, now(), now() from generate_series(1,20000) i`.execute(s.db);
  const run = async (name: string, path: string) => {
    const times = [];
    for (let i = 0; i < 6; i++) { const t = performance.now(); const r = await s.call('GET', path); times.push(Math.round(performance.now() - t)); if (r.status !== 200) console.log(r.text); }
    console.log(name, times.join(' '));
  };
  await run('all new', '/api/cards/queue');
  await sql`insert into card_states (learner_id, card_id, memory, due_at, updated_at) select ${l}::uuid, id::text, jsonb_build_object('stability', 5+random()*50, 'difficulty', 5, 'lastReviewAt', 1793000000000+floor(random()*2000000000), 'dueAt', 1795000000000, 'reps', 3, 'lapses', 0, 'phase','review','step',0), timestamptz '2026-11-10' + random()*interval '40 days', now() from own_cards`.execute(s.db);
  await run('5500 due', '/api/cards/queue');
  await run('overview', '/api/cards/overview');
  await run('forecast', '/api/cards/forecast?days=14');
  await run('browse q', '/api/cards?q=front%201999');
  await s.call('PUT','/api/study-settings',{ examDays: { 'aif-c01': { isOn: true, day: '2026-12-20' } } });
  await sql`update own_cards set exam='aif-c01'`.execute(s.db);
  await run('exam', '/api/cards/queue?exam=aif-c01');
  const q = (await s.call('GET','/api/cards/queue?exam=aif-c01&limit=20')).json;
  for (let i=0;i<4;i++){ const t=performance.now(); await s.call('POST','/api/cards/reviews',{reviews:[{id:crypto.randomUUID(),cardId:q.cards[i].id,rating:'good',at:s.clock.now(),timeZone:'UTC',seconds:5}]}); console.log('review', Math.round(performance.now()-t)); }
  await s.drop();
}, 120000);
