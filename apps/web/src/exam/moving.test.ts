import { describe, expect, it } from 'vitest';
import { applyLocally } from './apply-locally.ts';
import { stamped } from './attempt-action.ts';
import { isFinal, moveTo, neighbour, openingSlot } from './moving.ts';
import { attemptWith, section } from './testing-attempt.ts';

const microsoft = attemptWith({
  sections: [
    section('main', 'on-leaving', ['s01', 's02']),
    section('series', 'forward-only', ['s03', 's04', 's05']),
    section('case', 'on-leaving', ['s06', 's07']),
  ],
  currentSlot: 's01',
});

const inSeries = applyLocally({ ...microsoft, lockedSections: ['main'] }, [
  stamped({ kind: 'visit', slot: 's03' }, { id: 'one', at: 0 }),
]);

describe('a form of one free section', () => {
  it('lets the candidate go anywhere', () => {
    expect(moveTo(attemptWith({ currentSlot: 's01' }), 's03')).toEqual({ outcome: 'go', slot: 's03' });
  });

  it('ends at its last question', () => {
    expect(neighbour(attemptWith({ currentSlot: 's03' }), 1)).toBeUndefined();
    expect(neighbour(attemptWith({ currentSlot: 's03' }), -1)?.id).toBe('s02');
  });
});

describe('sections that lock', () => {
  it('moves freely inside', () => {
    expect(moveTo(microsoft, 's02')).toEqual({ outcome: 'go', slot: 's02' });
  });

  it('asks before a section is left', () => {
    expect(moveTo(microsoft, 's03')).toMatchObject({ outcome: 'leaves-section', section: { id: 'main' }, slot: 's03' });
  });

  it('opens no later section out of turn', () => {
    expect(moveTo(microsoft, 's06').outcome).toBe('closed');
  });

  it('does not go back to a section that was left', () => {
    expect(moveTo(inSeries, 's01').outcome).toBe('closed');
    expect(isFinal(inSeries, 's01')).toBe(true);
  });

  it('opens the next section when nothing is on screen after leaving one', () => {
    const between = { ...microsoft, lockedSections: ['main'], currentSlot: null };

    expect(moveTo(between, 's03')).toEqual({ outcome: 'go', slot: 's03' });
    expect(moveTo(between, 's06').outcome).toBe('closed');
    expect(openingSlot(between)).toBe('s03');
  });

  it('leaves sections open in study mode, as the server does', () => {
    expect(moveTo({ ...microsoft, mode: 'study' }, 's06')).toEqual({ outcome: 'go', slot: 's06' });
  });
});

describe('a series that only goes forward', () => {
  it('asks before an unanswered question is passed', () => {
    expect(moveTo(inSeries, 's04')).toEqual({ outcome: 'leaves-unanswered', slot: 's04' });
  });

  it('does not skip ahead', () => {
    expect(moveTo(inSeries, 's05').outcome).toBe('closed');
  });

  it('closes what was passed', () => {
    const passed = applyLocally(inSeries, [stamped({ kind: 'visit', slot: 's04' }, { id: 'two', at: 0 })]);

    expect(moveTo(passed, 's03').outcome).toBe('closed');
    expect(openingSlot(passed)).toBe('s04');
  });
});
