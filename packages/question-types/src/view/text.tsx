import type { ReactNode } from 'react';
import type { RenderText } from './props.ts';

/** Paragraphs without any markup, for previews and tests. */
const asParagraphs: RenderText = (markdown) =>
  markdown
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => (
      <span key={paragraph} className="block whitespace-pre-line not-first:mt-3">
        {paragraph}
      </span>
    ));

export function Text({ value, renderText }: { value: string; renderText?: RenderText | undefined }): ReactNode {
  return (renderText ?? asParagraphs)(value);
}

export function Stem({ value, renderText }: { value: string; renderText?: RenderText | undefined }) {
  return (
    <div className="text-ink leading-relaxed">
      <Text value={value} renderText={renderText} />
    </div>
  );
}

/** Markdown as plain words, where only a string fits: options of a select, names of buttons. */
export function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim();
}
