import { readFigure } from '@cairn/figures';
import { parseDiagram } from '@cairn/lessons';
import type { Fault } from '../fault.ts';
import type { LoadedLesson } from '../load-lessons.ts';

/** The figures of a lesson exist and take the parameters that it gives them. */
export function figureFaults({ lesson, file, text }: LoadedLesson): Fault[] {
  return lesson.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block): Fault[] => {
      if (block.kind !== 'figure') return [];
      const read = readFigure(block.figure, block.params);
      return read.outcome === 'fault' ? [{ file, line: lineOf(text, block.figure), message: read.message }] : [];
    }),
  );
}

const lineOf = (text: string, figure: string): number =>
  text.split('\n').findIndex((line) => line.trim() === `figure: ${figure}`) + 1 || 1;

const FENCE = /^ *```diagram *\n([\s\S]*?)^ *```/gm;

/** The diagrams of a Markdown text can be drawn. `firstLine` is where the text begins in its file. */
export function diagramFaults(file: string, text: string, firstLine = 1): Fault[] {
  return [...text.matchAll(FENCE)].flatMap((found) => {
    const parsed = parseDiagram(found[1] ?? '');
    if (parsed.outcome === 'diagram') return [];
    const before = text.slice(0, found.index).split('\n').length;
    return [{ file, line: firstLine + before + parsed.line - 1, message: `diagram: ${parsed.message}` }];
  });
}
