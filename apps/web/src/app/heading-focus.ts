import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The address whose heading was last focused; the first page leaves the focus where the browser put it. */
let announced: string | undefined;
/** true while a focused heading gives way to another one of the same page, as when its name has loaded. */
let isHandingOver = false;

/** For the h1 of a page: after navigation the focus, and so a screen reader, starts there. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useLayoutEffect(() => {
    const node = heading.current;
    if (isHandingOver || (announced !== undefined && announced !== path)) node?.focus({ preventScroll: true });
    announced = path;
    isHandingOver = false;
    return () => {
      isHandingOver = node !== null && document.activeElement === node;
    };
  }, [path]);
  return heading;
}
