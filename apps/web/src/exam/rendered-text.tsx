import { InlineMarkdown, Markdown } from '@cairn/ui';
import type { ReactNode } from 'react';

/** Options are one line and stand inside labels, where no block may; stems are paragraphs, lists and code. */
export const renderText = (markdown: string): ReactNode => {
  const text = markdown.trim();
  return text.includes('\n') ? <Markdown text={text} /> : <InlineMarkdown text={text} />;
};
