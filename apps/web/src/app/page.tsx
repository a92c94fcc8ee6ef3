import { tight } from '@cairn/ui';
import { type ReactNode, useEffect } from 'react';
import { useHeadingFocus } from './heading-focus.ts';

type PageProps = {
  title: string;
  lede?: ReactNode;
  /** Small words above the heading that say where we are. */
  kicker?: ReactNode;
  /** For a page wider than text. */
  width?: 'text' | 'wide';
  children?: ReactNode;
};

/** Heading, document title and focus of a page: after navigation a screen reader starts at the new heading. */
export function Page({ title, lede, kicker, width = 'wide', children }: PageProps) {
  const heading = useHeadingFocus();
  useEffect(() => {
    document.title = title === 'Cairn' ? title : `${title} · Cairn`;
  }, [title]);
  return (
    <div
      className={`mx-auto grid w-full gap-8 px-4 py-8 sm:px-6 sm:py-12 ${width === 'text' ? 'max-w-3xl' : 'max-w-6xl'}`}
    >
      <header className="grid max-w-3xl gap-3">
        {kicker ? <div className="text-[0.94rem] font-semibold text-muted">{kicker}</div> : null}
        <h1 ref={heading} tabIndex={-1} className="text-4xl sm:text-5xl">
          {title}
        </h1>
        {lede ? (
          <div className="text-lg text-muted sm:text-xl">{typeof lede === 'string' ? tight(lede) : lede}</div>
        ) : null}
      </header>
      {children}
    </div>
  );
}
