import { Children, type ReactNode } from 'react';
import { useTurns } from './use-turns.ts';

/** Its children come one after the other, each in a frame of its own, so that a long page never blocks the window. */
export function InTurns({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  return all.slice(0, useTurns(all.length, 1));
}
