import { tight } from '@cairn/ui';
import { type ReactNode, useId } from 'react';

type SectionProps = {
  readonly title: string;
  readonly lede?: ReactNode;
  readonly children: ReactNode;
};

/** One part of the answer. */
export function Section({ title, lede, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <div className="grid max-w-3xl gap-1.5">
        <h2 id={id} className="text-2xl sm:text-3xl">
          {title}
        </h2>
        {lede ? <div className="text-muted">{lede}</div> : null}
      </div>
      {children}
    </section>
  );
}

/** Sentences about a chart, one below the other. */
export function Sentences({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className="grid max-w-3xl gap-1.5">
      {texts.map((text) => (
        <li key={text} className="flex gap-2.5">
          <span aria-hidden="true" className="mt-2.5 h-1.5 w-3 shrink-0 rounded-full bg-accent" />
          <span>{tight(text)}</span>
        </li>
      ))}
    </ul>
  );
}
