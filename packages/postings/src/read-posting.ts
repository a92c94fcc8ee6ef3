import { factsOf, isRead } from './facts/facts.ts';
import type { Lexicon } from './names/build-lexicon.ts';
import { findNames } from './names/find-names.ts';
import type { PostingText, ReadPosting } from './posting.ts';

const NO_NAMES = { platforms: [], services: [], skills: [], certifications: [] } as const;

/**
 * All that a posting says, each thing with its quote. A text in another language than English gives its language and
 * its pay and nothing else; one whose language cannot be told (a bare list of technologies) is read.
 */
export function readPosting(posting: PostingText, lexicon: Lexicon): ReadPosting {
  const facts = factsOf(posting);
  const names = isRead(facts.language) ? findNames(posting.text, lexicon) : NO_NAMES;
  return {
    id: posting.id,
    ...(posting.title === undefined ? {} : { title: posting.title }),
    platforms: names.platforms,
    services: names.services,
    skills: names.skills,
    certifications: names.certifications,
    ...facts,
  };
}
