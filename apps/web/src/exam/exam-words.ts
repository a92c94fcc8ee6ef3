import type { AttemptSummary, Report } from '@cairn/contract';
import { counted } from '../app/words.ts';

/** Names that the exam pages share. */

const KIND_NAMES: Record<string, string> = {
  'multiple-choice': 'multiple choice',
  'multiple-response': 'multiple response',
  'multiple-select': 'multiple select',
  ordering: 'ordering',
  'build-list': 'build list',
  matching: 'matching',
  'drag-and-drop': 'drag and drop',
  'hot-area': 'hot area',
  'active-screen': 'active screen',
  'solution-series': 'solution series',
  'case-study': 'case study',
};

export const kindName = (kind: string): string => KIND_NAMES[kind] ?? kind;

type Scope = AttemptSummary['scope'];

export function scopeText(scope: Scope): string {
  switch (scope.kind) {
    case 'form':
      return 'Full form';
    case 'domain':
      return `Domain ${scope.domain}`;
    case 'missed':
      return 'Missed before';
    case 'unseen':
      return 'Not seen yet';
  }
}

export const VERDICTS: Record<Report['verdict'], { readonly tone: 'good' | 'warn' | 'bad'; readonly text: string }> = {
  'likely-pass': { tone: 'good', text: 'Likely a pass' },
  'too-close': { tone: 'warn', text: 'Too close to call' },
  'likely-fail': { tone: 'bad', text: 'Likely not a pass yet' },
};

/** "1.4" of "ai-103/1.4": the certification is known where it is said. */
export const taskNumber = (task: string): string => task.slice(task.lastIndexOf('/') + 1);

/** "21 Nov 2026, 10:42". */
export const momentText = (instant: number): string =>
  new Date(instant).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return counted(minutes, 'minute');
  return minutes % 60 === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(minutes % 60, 'minute')}`;
}

/** 612.4 as "612"; 80 as "80". A scaled score is a whole number at both vendors. */
export const whole = (value: number): string => String(Math.round(value));
