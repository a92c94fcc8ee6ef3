import { type RefObject, useEffect } from 'react';
import { findPassages } from './passages.ts';

const NAME = 'cairn-passage'; // ::highlight(cairn-passage) in exam.css

/**
 * Paints passages with the CSS Custom Highlight API: no element is added, so React, screen readers and selections see
 * the same text as before. A browser without it shows the passages in the list below the question only.
 */
export function useHighlights(box: RefObject<HTMLElement | null>, passages: readonly string[]): void {
  useEffect(() => {
    const element = box.current;
    if (!element || !('highlights' in CSS)) return;
    const paint = () => CSS.highlights.set(NAME, new Highlight(...rangesIn(element, passages)));
    paint();
    const watcher = new MutationObserver(paint); // another tab of a case study, another question
    watcher.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      watcher.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [box, passages]);
}

function rangesIn(element: HTMLElement, passages: readonly string[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text); // SHOW_TEXT
  return findPassages(
    nodes.map(({ data }) => data),
    passages,
  ).flatMap(({ start, end }) => {
    const from = nodes[start.chunk];
    const to = nodes[end.chunk];
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from, start.offset);
    range.setEnd(to, end.offset);
    return [range];
  });
}

/** The words selected inside `element`; undefined if nothing is, or the selection reaches outside. */
export function selectedPassage(element: HTMLElement | null): string | undefined {
  const selection = getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  if (!element.contains(selection.getRangeAt(0).commonAncestorContainer)) return undefined;
  const words = selection.toString().trim();
  return words === '' ? undefined : words;
}
