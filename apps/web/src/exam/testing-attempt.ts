import type { Attempt, PublishedSection, PublishedSlot } from '@cairn/contract';
import type { Published } from '@cairn/question-types';

/** A small attempt for tests: what the server would send, with three questions unless sections are given. */

const CHOICE: Published = {
  kind: 'multiple-choice',
  stem: 'Which store keeps vectors?',
  choose: 1,
  choices: [
    { id: 'search', text: 'A search index' },
    { id: 'queue', text: 'A queue' },
    { id: 'cron', text: 'A timer' },
  ],
};

export const publishedSlot = (id: string, question: Published = CHOICE): PublishedSlot => ({
  id,
  number: Number(id.slice(1)),
  itemId: `item-${id}`,
  task: null,
  domain: null,
  question,
  practiceOnly: false,
});

export const section = (id: string, lock: PublishedSection['lock'], slotIds: readonly string[]): PublishedSection => ({
  id,
  kind: lock === 'forward-only' ? 'series' : 'questions',
  title: `Part ${id}`,
  lock,
  context: null,
  slots: slotIds.map((slot) => publishedSlot(slot)),
});

export function attemptWith(changes: Partial<Attempt> = {}): Attempt {
  const sections = changes.sections ?? [section('main', 'free', ['s01', 's02', 's03'])];
  return {
    id: '00000000-0000-4000-8000-000000000001',
    exam: 'aif-c01',
    certification: 'aif-c01',
    title: 'AWS Certified AI Practitioner',
    mode: 'exam',
    scope: { kind: 'form' },
    timing: { factor: 1, extraMinutes: 0 },
    state: 'running',
    overReason: null,
    startedAt: 0,
    overAt: null,
    clock: { serverNow: 0, remainingSeconds: 5400, paused: false },
    limitSeconds: 5400,
    tools: { calculator: false },
    slots: {},
    lockedSections: [],
    currentSlot: null,
    feedback: {},
    isActiveTab: true,
    ...changes,
    sections,
  };
}
