import { Children, type ReactNode, useEffect, useState } from 'react';

/** Its children come one after the other, each in a task of its own, so that a long page never blocks the window. */
export function InTurns({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [count, setCount] = useState(1);
  const isWhole = count >= all.length;
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(() => setCount(count + 1));
    return () => clearTimeout(timer);
  }, [count, isWhole]);
  return all.slice(0, count);
}
