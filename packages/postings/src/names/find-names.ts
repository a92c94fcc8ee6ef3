import { cuesIn } from '../context/cues.ts';
import type { Holds } from '../context/heading-shape.ts';
import { marginOf } from '../context/lines.ts';
import { sectionsBetween } from '../context/sections.ts';
import { sentenceEnd, sentenceStart } from '../context/sentences.ts';
import { SHAPE, UPPER } from '../text/fold.ts';
import type { Lexicon } from './build-lexicon.ts';
import { type FoundNames, gather, type Mention } from './gather.ts';
import { meantNames } from './meant.ts';
import { type Occurrence, occurrencesIn } from './occurrences.ts';
import { type Sentence, strengthOf } from './strength.ts';

/**
 * Finds what a posting names and how it asks for it. Platforms in text about the company are kept as `boilerplate`;
 * other names there, in fields of study, benefits, legal text and the way to apply are left out.
 */
export function findNames(text: string, lexicon: Lexicon): FoundNames {
  const { names, joints } = occurrencesIn(text, lexicon);
  const meant = meantNames(text, lexicon, names);
  return gather(text, lexicon, meant.length === 0 ? [] : mentionsOf(text, meant, joints));
}

/** The strength of each mention, sentence by sentence. */
function mentionsOf(text: string, names: readonly Occurrence[], joints: readonly number[]): Mention[] {
  const margin = marginOf(text);
  const mentions: Mention[] = [];
  let place = 0;
  for (const { kind, start, end } of sectionsBetween(text, joints, margin, holdsAny(names))) {
    let at = start;
    while (at < end && isBefore(names[place], end)) {
      at = sentenceStart(text, at, names[place]?.start ?? at, margin);
      const stop = gluedEnd(text, names, place, Math.max(at + 1, sentenceEnd(text, at, end, margin)));
      const first = place;
      while (isBefore(names[place], stop)) place += 1;
      if (place > first) {
        const cues = cuesIn(text, at, stop);
        const said = cues.reduce((bits, { meaning }) => bits | meaning, 0);
        const found = names.slice(first, place);
        pushMentions(mentions, { text, start: at, end: stop, section: kind, names: found, cues, said });
      }
      at = stop;
    }
  }
  return mentions;
}

/** A name glued to what follows ends a line whose break is lost: the sentence ends with the first of them. */
function gluedEnd(text: string, names: readonly Occurrence[], from: number, to: number): number {
  for (let place = from; isBefore(names[place], to); place += 1) {
    const end = names[place]?.end ?? to;
    if (end < to && SHAPE[text.charCodeAt(end)] === UPPER) return end;
  }
  return to;
}

/** Whether any name begins in a stretch. */
function holdsAny(names: readonly Occurrence[]): Holds {
  return (start, end) => {
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((names[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return isBefore(names[low], end);
  };
}

function isBefore(name: Occurrence | undefined, end: number): boolean {
  return name !== undefined && name.start < end;
}

function pushMentions(mentions: Mention[], sentence: Sentence): void {
  sentence.names.forEach(({ start, end, spelling }, index) => {
    mentions.push({ start, end, spelling, strength: strengthOf(sentence, index) });
  });
}
