import { leftEdge, rightEdge } from '../text/boundary.ts';
import { scan } from '../text/scan.ts';
import type { Path } from '../text/walk.ts';
import { CUES } from './phrasebook.ts';

/** A phrase that says how the names around it are meant: `meaning` are bits of `CUE`. */
export type Cue = { readonly start: number; readonly end: number; readonly meaning: number };

/** The cues of a stretch of text in order, leftmost and longest. */
export function cuesIn(text: string, from: number, to: number): Cue[] {
  const cues: Cue[] = [];
  let until = from;
  scan(text, CUES.trie, from, to, {
    phrases: (start, path) => {
      if (start >= until) until = noteCue(text, start, path, cues);
      return true;
    },
    idle: CUES.idle,
  });
  return cues;
}

/** Notes the longest cue of a path; returns its end, or `start` if there is none. */
function noteCue(text: string, start: number, path: Path, cues: Cue[]): number {
  for (let place = path.count - 1; place >= 0; place -= 1) {
    const end = path.ends[place] ?? start;
    if (rightEdge(text, end, end - start) === 'inside') continue;
    if (leftEdge(text, start) === 'inside') return start;
    const meaning = CUES.meanings[(CUES.trie.ends[path.states[place] ?? 0] ?? 0) - 1] ?? 0;
    if (meaning !== 0) cues.push({ start, end, meaning });
    return end;
  }
  return start;
}
