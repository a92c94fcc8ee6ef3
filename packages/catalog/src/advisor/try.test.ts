import type { Day } from '@cairn/kernel';
import { it } from 'vitest';
import { advise, compare, roadmap } from '../index.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';

it('x', () => {
  const c = readRealCatalog();
  const today = '2026-11-21' as Day;
  const show = (p: any) => {
    const a = advise(c, p, { today });
    console.log(
      JSON.stringify(p),
      '\n roles',
      a.roles
        .slice(0, 4)
        .map((r) => `${r.id} ${r.score.toFixed(3)}`)
        .join(', '),
      a.roleStability,
      '\n certs',
      a.certifications
        .filter((x) => !x.gates.length)
        .slice(0, 6)
        .map((r) => `${r.code} ${r.score.toFixed(3)}`)
        .join(', '),
      a.stability,
      a.tie,
      a.contrast?.sentence,
      '\n',
      a.certifications[0]!.reasons.join(' | '),
      '\n',
      a.flips.map((f) => `${f.about}: ${f.change} -> ${f.newWinner}`).join('\n   '),
      '\n',
      a.notices.map((n) => n.sentence).join('|'),
      '\n gated',
      a.certifications
        .filter((x) => x.gates.length)
        .flatMap((x) => x.gates.map((g) => g.sentence))
        .join('\n    '),
    );
  };
  show({});
  show({
    background: 'data-science',
    experienceYears: 3,
    mathematics: 3,
    programming: 3,
    enjoys: ['building-models'],
    currentCloud: 'aws',
    hoursPerWeek: 8,
    targetCertification: 'MLS-C01',
  });
  show({
    background: 'software',
    experienceYears: 4,
    mathematics: 1,
    programming: 4,
    enjoys: ['building-apps', 'agents'],
    targetPlatform: 'azure',
    hoursPerWeek: 6,
    targetCertification: 'AI-102',
  });
  show({ background: 'student', experienceYears: 0, mathematics: 2, programming: 1, hoursPerWeek: 5, budgetUsd: 120 });
  show({ background: 'business', experienceYears: 8, mathematics: 0, programming: 0, enjoys: ['strategy'] });
  show({
    background: 'data-engineering',
    experienceYears: 3,
    programming: 3,
    mathematics: 2,
    targetPlatform: 'aws',
    enjoys: ['data-pipelines', 'automation'],
    role: 'ml-engineer',
    wantedBy: '2027-06-01',
  });
  show({
    background: 'software',
    experienceYears: 4,
    programming: 4,
    mathematics: 1,
    targetPlatform: 'aws',
    enjoys: ['building-apps'],
  });
  show({
    background: 'cloud-ops',
    experienceYears: 5,
    programming: 3,
    targetPlatform: 'azure',
    enjoys: ['automation'],
  });
  const p = {
    background: 'software',
    experienceYears: 4,
    mathematics: 1,
    programming: 4,
    enjoys: ['building-apps', 'agents'],
    targetPlatform: 'azure',
    hoursPerWeek: 6,
  } as const;
  for (let i = 0; i < 20; i++) advise(c, { ...p, enjoys: [...p.enjoys] }, { today });
  const t: number[] = [];
  for (let i = 0; i < 40; i++) {
    const s = performance.now();
    advise(c, { ...p, enjoys: [...p.enjoys], hoursPerWeek: 5 + (i % 9) }, { today });
    t.push(performance.now() - s);
  }
  t.sort((a, b) => a - b);
  console.log('ms p50', t[20], 'p95', t[38]);
  for (const to of ['AIP-C01', 'AI-103', 'AB-100', 'MLS-C01']) {
    const r = roadmap(c, { to, from: '2026-12-01', today, hoursPerWeek: 8, background: 'software' });
    console.log(
      r.outcome === 'planned'
        ? r.roadmap.steps
            .map((s) => `${s.startsOn}..${s.endsOn} ${s.id} ${s.title} ${s.hours}h $${s.costUsd}`)
            .join('\n') +
            JSON.stringify(r.roadmap.total) +
            r.roadmap.warnings.join('|')
        : r,
    );
  }
  const k = compare(c, ['MLS-C01', 'AI-102']);
  if (k.outcome === 'compared')
    for (const r of k.comparison.rows)
      console.log(
        r.label,
        '::',
        r.cells.map((x) => x.text.slice(0, 90)).join('  ||  '),
        r.cells.some((x) => x.conflict) ? 'CONFLICT' : '',
      );
});
