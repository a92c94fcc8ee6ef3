import type { Lesson } from '@cairn/contract';
import { headingId, headingsIn } from '@cairn/ui';
import { useEffect, useMemo, useState } from 'react';

/** Level of the headings within a part. */
export const SECTION_LEVEL = 3;

type Entry = { readonly id: string; readonly text: string; readonly level: 1 | 2 };

export function outlineOf({ parts }: Pick<Lesson, 'parts'>): readonly Entry[] {
  const entries = parts.flatMap(({ id, heading, blocks }): Entry[] => [
    { id, text: heading, level: 1 },
    ...blocks.flatMap((block) =>
      block.kind === 'text'
        ? headingsIn(block.text, SECTION_LEVEL).map((text): Entry => ({ id: headingId(id, text), text, level: 2 }))
        : [],
    ),
  ]);
  return [
    ...entries,
    { id: 'checks', text: 'Three questions', level: 1 },
    { id: 'sources', text: 'Sources', level: 1 },
  ];
}

/** The headings, beside the text where there is room: where one is, and a way to the others. */
export function LessonOutline({ lesson }: { lesson: Lesson }) {
  const entries = useMemo(() => outlineOf(lesson), [lesson]);
  const current = useCurrent(entries);
  return (
    <nav
      aria-label="In this lesson"
      className="sticky top-24 hidden max-h-[calc(100dvh-8rem)] overflow-y-auto border-l border-line pl-5 lg:block print:hidden"
    >
      <p className="pb-2 text-[0.85rem] font-semibold text-muted">In this lesson</p>
      <ul className="grid gap-0.5">
        {entries.map(({ id, text, level }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className={`block rounded py-1 leading-snug no-underline hover:text-accent aria-[current]:font-semibold aria-[current]:text-accent ${level === 2 ? 'pl-4 text-[0.9rem] text-muted' : 'text-[0.97rem] text-ink'}`}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The heading that one has last scrolled past. */
function useCurrent(entries: readonly Entry[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight * 0.3;
      const passed = entries.filter(({ id }) => {
        const heading = document.getElementById(id);
        return heading !== null && heading.getBoundingClientRect().top <= line;
      });
      setCurrent(passed.at(-1)?.id);
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, [entries]);
  return current;
}
