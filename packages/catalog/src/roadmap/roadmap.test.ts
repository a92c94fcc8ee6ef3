import type { Day, Instant } from '@cairn/kernel';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Catalog, diffRoadmap, type Roadmap, type RoadmapRequest, roadmap, toIcs } from '../index.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';

const catalog = readRealCatalog();
const today = '2026-11-21' as Day;
const now = Date.parse('2026-11-21T03:04:05Z') as Instant;
const base: RoadmapRequest = { to: 'AIP-C01', from: '2026-12-01', today, hoursPerWeek: 8, background: 'software' };

function plan(request: Partial<RoadmapRequest> = {}, from: Catalog = catalog): Roadmap {
  const outcome = roadmap(from, { ...base, ...request });
  if (outcome.outcome !== 'planned') throw new RangeError(outcome.sentence);
  return outcome.roadmap;
}
const refusal = (request: Partial<RoadmapRequest>) => roadmap(catalog, { ...base, ...request });

describe('a roadmap', () => {
  it('leads from AI Practitioner over ML Engineer to Generative AI Developer, and from AI-901 to AI-103', () => {
    expect(plan().chain).toEqual(['AIF-C01', 'MLA-C02', 'AIP-C01']);
    expect(plan({ to: 'ai-103' }).chain).toEqual(['AI-901', 'AI-103']);
  });

  it('goes the way the person edits, and leaves out what is held', () => {
    expect(plan({ via: [] }).chain).toEqual(['AIP-C01']);
    expect(plan({ via: ['DEA-C01'] }).chain).toEqual(['DEA-C01', 'AIP-C01']);
    expect(plan({ have: ['AIF-C01'] }).chain).toEqual(['MLA-C02', 'AIP-C01']);
  });

  it('puts a hard requirement on the way even when asked to go straight', () => {
    const straight = plan({ to: 'AB-100', via: [] });

    expect(straight.chain).toEqual(['AI-103', 'AB-100']);
    expect(straight.warnings.join(' ')).toContain('AB-100 requires one of');
    expect(plan({ to: 'AB-100', via: [], have: ['AI-300'] }).chain).toEqual(['AB-100']);
  });

  it('computes weeks of study from hours a week, and adds hours and fees up', () => {
    const { steps, total } = plan({ to: 'AI-103', via: [] });
    const study = steps.find(({ kind }) => kind === 'study');

    expect(study).toMatchObject({ startsOn: '2026-12-01', hours: 83 });
    expect(study?.endsOn).toBe('2027-02-11'); // 83 hours at 8 a week are 73 days
    expect(total).toEqual({ weeks: 11, hours: 83, costUsd: 165, endsOn: '2027-02-12' });
  });

  it('draws what renews what, and free yearly renewals', () => {
    const titles = plan()
      .steps.filter(({ kind }) => kind === 'renewal')
      .map(({ title }) => title);

    expect(titles).toContain('AIF-C01 is renewed by passing MLA-C02');
    expect(titles).toContain('MLA-C02 is renewed by passing AIP-C01');
    expect(titles.filter((title) => title.startsWith('Renew '))).toEqual(['Renew AIP-C01 before 2030-07-19']);
    const yearly = plan({ to: 'AI-103', horizonYears: 3 }).steps.filter(({ id }) => id.startsWith('renewal:ai-103'));
    expect(yearly.map(({ costUsd }) => costUsd)).toEqual([0, 0, 0]);
    expect(plan({ to: 'AI-103', horizonYears: 0 }).steps.filter(({ kind }) => kind === 'renewal')).toEqual([]);
  });

  it('shows the day a beta becomes the standard exam, and charges the price of that day', () => {
    const slow = plan({ to: 'MLA-C02', via: [] });
    const fast = plan({ to: 'MLA-C02', via: [], hoursPerWeek: 80 });
    const fee = ({ steps }: Roadmap) => steps.find(({ kind }) => kind === 'exam')?.costUsd;

    expect(slow.steps).toContainEqual(
      expect.objectContaining({ id: 'milestone:mla-c02:standard', startsOn: '2027-01-14' }),
    );
    expect([fee(slow), fee(fast)]).toEqual([150, 75]);
    expect(fast.warnings.join(' ')).toContain('would be sat in beta');
  });

  it('never dates anything that is still to do before today, however it is asked', () => {
    const codes = catalog.certifications
      .filter(({ status }) => status === 'active' || status === 'beta')
      .map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom('2020-01-01', '2026-11-21', '2027-05-05'),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 6 }),
        (to, from, hoursPerWeek, horizonYears) => {
          const { steps } = plan({ to, from, hoursPerWeek, horizonYears });

          for (const step of steps) {
            expect(step.startsOn >= today).toBe(true);
            expect(step.endsOn >= step.startsOn).toBe(true);
          }
          const exams = steps.filter(({ kind }) => kind === 'exam').map(({ startsOn }) => startsOn);
          expect(exams).toEqual(exams.toSorted());
          expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        },
      ),
    );
  });

  it('keeps what is done on its day and plans the rest after it', () => {
    const done = [
      { id: 'study:aif-c01', on: '2026-10-20' as Day },
      { id: 'exam:aif-c01', on: '2026-10-25' as Day },
    ];
    const { steps, total } = plan({ done });

    expect(steps.find(({ id }) => id === 'exam:aif-c01')).toMatchObject({ state: 'done', startsOn: '2026-10-25' });
    expect(steps.find(({ id }) => id === 'study:mla-c02')?.startsOn).toBe('2026-12-01');
    expect(total.costUsd).toBe(450);
  });

  it.each([
    [{ to: 'MLS-C01' }, /last day 2026-03-31.*MLA-C02 or AIP-C01/, ['MLA-C02', 'AIP-C01']],
    [{ to: 'AI-102' }, /AI-103/, ['AI-103']],
    [{ to: 'MLA-C01' }, /is ending.*MLA-C02/, ['MLA-C02']],
    [{ to: 'AI-104' }, /did you mean AI-10/, undefined],
    [{ hoursPerWeek: 0 }, /^hoursPerWeek: 0 is not above 0/, []],
    [{ hoursPerWeek: Number.NaN }, /^hoursPerWeek/, []],
    [{ from: '2027-13-01' }, /not a calendar day/, []],
    [{ have: ['AIP-C01'] }, /hold AIP-C01 already/, []],
    [{ via: ['XYZ'] }, /no certification "XYZ"/, []],
  ])('%j is refused in a sentence', (request, sentence, equivalents) => {
    const outcome = refusal(request);

    expect(outcome).toMatchObject({ outcome: 'refused', sentence: expect.stringMatching(sentence) });
    if (equivalents) expect(outcome).toMatchObject({ equivalents });
  });

  it('leaves a retired stepping stone out with a warning', () => {
    const { chain, warnings } = plan({ via: ['MLS-C01', 'AIF-C01'] });

    expect(chain).toEqual(['AIF-C01', 'AIP-C01']);
    expect(warnings[0]).toMatch(/^MLS-C01 can no longer be taken.*left out/);
  });
});

describe('a roadmap after the catalog changed', () => {
  it('shows what is added, removed and changed, and keeps what was done', () => {
    const done = [{ id: 'exam:aif-c01', on: '2026-11-01' as Day }];
    const before = plan({ done });
    const certifications = catalog.certifications.map((one) => {
      if (one.code === 'AIF-C01')
        return { ...one, exam: { ...one.exam, priceUsd: { ...one.exam.priceUsd, value: 999 } } };
      if (one.code !== 'MLA-C02') return one;
      return {
        ...one,
        status: 'active' as const,
        exam: { ...one.exam, priceUsd: { ...one.exam.priceUsd, value: 175 } },
      };
    });

    const { added, removed, changed, merged } = diffRoadmap(before, plan({ done }, { ...catalog, certifications }));

    expect(added).toEqual([]);
    expect(removed.map(({ id }) => id)).toEqual(['milestone:mla-c02:standard']);
    expect(changed).toContainEqual(
      expect.objectContaining({ id: 'exam:mla-c02', changes: [{ field: 'costUsd', before: '150', after: '175' }] }),
    );
    expect(merged.steps.find(({ id }) => id === 'exam:aif-c01')).toMatchObject({ state: 'done', costUsd: 100 });
  });

  it('finds nothing when nothing changed', () => {
    const { merged: _, ...diff } = diffRoadmap(plan(), plan());

    expect(diff).toEqual({ added: [], removed: [], changed: [] });
  });
});

describe('the calendar file', () => {
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  it('parses, with one all-day event a step and an exclusive end', () => {
    const way = plan();
    const read = events(toIcs(way, { uidSeed: 'r1', now }));

    expect(read).toHaveLength(way.steps.length);
    read.forEach((event, index) => {
      const step = way.steps[index];
      expect(event.summary).toBe(step?.title);
      expect(event.startDate.isDate).toBe(true);
      expect(event.startDate.toString()).toBe(step?.startsOn);
      event.endDate.adjust(-1, 0, 0, 0);
      expect(event.endDate.toString()).toBe(step?.endsOn);
    });
  });

  it('has CRLF, lines of at most 75 octets, a stamp, and no method', () => {
    const text = toIcs(plan(), { uidSeed: 'r1', now });
    const lines = text.split('\r\n');

    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(lines).toContain('DTSTAMP:20261121T030405Z');
    expect(text).not.toContain('METHOD');
  });

  it('keeps any title whole through escaping and folding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (noise) => {
        const title = `a${noise.replace(/\p{Cc}/gu, ' ')};,\\n z`;
        const way = plan({ to: 'AI-901', horizonYears: 0 });
        const steps = way.steps.map((step) => ({ ...step, title }));

        expect(events(toIcs({ ...way, steps }, { uidSeed: 's', now })).map(({ summary }) => summary)).toEqual(
          steps.map(() => title),
        );
      }),
    );
  });

  it('names each event the same when exported again, and differently for another roadmap', () => {
    const uids = (seed: string) => events(toIcs(plan(), { uidSeed: seed, now })).map(({ uid }) => uid);

    expect(uids('a')).toEqual(uids('a'));
    expect(new Set([...uids('a'), ...uids('b')]).size).toBe(2 * uids('a').length);
  });
});
