import type { Lesson, LessonBlock } from '@cairn/contract';
import { type LinkedTerms, Markdown, type TermIndex, termsIn } from '@cairn/ui';
import { useMemo } from 'react';
import { useGlossary } from './glossary-terms.tsx';
import { LessonFigure } from './lesson-figure.tsx';
import { SECTION_LEVEL } from './lesson-outline.tsx';

/** About 68 characters a line; tables and figures may be wider. */
const MEASURE = 'lesson-text text-[1.12rem] leading-[1.68]';

export function LessonText({ lesson }: { lesson: Lesson }) {
  const glossary = useGlossary();
  return (
    <>
      <Blocks idPrefix="opening" blocks={[{ kind: 'text', text: lesson.opening }]} glossary={glossary} />
      {lesson.parts.map(({ id, heading, blocks }) => (
        <section key={id} aria-labelledby={id} className="grid gap-5">
          <h2 id={id} className="scroll-mt-24 text-3xl">
            {heading}
          </h2>
          <Blocks idPrefix={id} blocks={blocks} glossary={glossary} />
        </section>
      ))}
    </>
  );
}

type BlocksProps = {
  readonly idPrefix: string;
  readonly blocks: readonly LessonBlock[];
  readonly glossary: Omit<LinkedTerms, 'skip'> | undefined;
};

function Blocks({ idPrefix, blocks, glossary }: BlocksProps) {
  const terms = useMemo(() => glossary && termsOfBlocks(blocks, glossary), [blocks, glossary]);
  const headings = useMemo(() => ({ idPrefix, firstLevel: SECTION_LEVEL }), [idPrefix]);
  return (
    <div className="grid gap-6">
      {blocks.map((block, at) =>
        block.kind === 'figure' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a lesson never move
          <LessonFigure key={at} block={block} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a lesson never move
          <Markdown key={at} text={block.text} className={MEASURE} terms={terms?.[at]} headings={headings} />
        ),
      )}
    </div>
  );
}

/** A figure splits the text of a part; a term that was explained before it is not explained again after it. */
function termsOfBlocks(blocks: readonly LessonBlock[], glossary: Omit<LinkedTerms, 'skip'>): readonly LinkedTerms[] {
  const found = blocks.map((block) => linkedIn(block, glossary.index));
  return blocks.map((_, at) => ({ ...glossary, skip: new Set(found.slice(0, at).flatMap((ids) => [...ids])) }));
}

const linkedIn = (block: LessonBlock, index: TermIndex): ReadonlySet<string> =>
  block.kind === 'text' ? termsIn(block.text, index) : new Set();
