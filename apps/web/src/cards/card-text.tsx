import { InlineMarkdown, Markdown } from '@cairn/ui';

/** One side of a card: mostly a line, sometimes more. */
export function CardText({ text }: { readonly text: string }) {
  return text.includes('\n') ? <Markdown text={text} /> : <InlineMarkdown text={text} />;
}
