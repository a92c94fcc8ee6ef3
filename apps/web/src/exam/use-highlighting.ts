import type { RefObject } from 'react';
import { MAX_PASSAGE, MAX_PASSAGES } from './passages.ts';
import { selectedPassage, useHighlights } from './use-highlights.ts';
import type { Player } from './use-player.ts';

/** Highlights the selection; without one, opens the list of sentences, so that no mouse is needed. */
export function useHighlighting(
  player: Player,
  box: RefObject<HTMLElement | null>,
): { readonly highlight: () => void } {
  const { highlights } = player.state;
  useHighlights(box, highlights);
  const highlight = () => {
    const passage = selectedPassage(box.current);
    if (passage === undefined) return player.setOverlay({ kind: 'highlight' });
    if (passage.length > MAX_PASSAGE) return player.say(`Select at most ${MAX_PASSAGE} characters to highlight.`);
    if (highlights.length >= MAX_PASSAGES)
      return player.say('This question has its fill of highlights: clear one first.');
    if (!highlights.includes(passage)) player.highlight([...highlights, passage]);
    getSelection()?.removeAllRanges();
  };
  return { highlight };
}
