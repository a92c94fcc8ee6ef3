import { useEffect, useRef } from 'react';

/** The text has been read when its end was seen; the last lines may stand above the foot of the window. */
const END = 0.97;

/** How far down the page one is, as a line below the bar. It moves a picture only, so that scrolling stays smooth. */
export function ReadingLine({ onEnd }: { readonly onEnd: () => void }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = () => {
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const way = scrollHeight - clientHeight;
      const share = way <= 0 ? 0 : Math.min(1, scrollTop / way);
      if (line.current) line.current.style.transform = `scaleX(${share})`;
      if (share >= END) onEnd();
    };
    move();
    window.addEventListener('scroll', move, { passive: true });
    return () => window.removeEventListener('scroll', move);
  }, [onEnd]);
  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-x-0 top-0 z-40 h-[3px] print:hidden">
      <div ref={line} className="h-full origin-left scale-x-0 bg-accent" />
    </div>
  );
}
