import { useEffect, useState } from 'react';

/**
 * How many of so many parts to show by now: more with each frame, until all are there. Layout is done once a frame,
 * so parts that come faster than frames are laid out together.
 */
export function useTurns(total: number, each: number): number {
  const [count, setCount] = useState(each);
  const isWhole = count >= total;
  useEffect(() => (isWhole ? undefined : afterFrame(() => setCount(count + each))), [count, each, isWhole]);
  return Math.min(count, total);
}

/** @returns calls it off */
function afterFrame(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
