import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Width of an element in pixels, so that a chart is drawn for its place and its letters never shrink. */
export function useWidth(initial = 640): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const node = element.current;
    if (!node) return;
    setWidth(Math.max(240, node.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.max(240, node.clientWidth)));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
