import type { NameCount } from '@cairn/postings';
import { QuoteButton } from './quote-button.tsx';
import { ShareBar } from './share-bar.tsx';
import { percentNumber, percentText, strengthWords } from './strengths.ts';

/** One name: how many postings ask for it, how strongly, and how sure the share is. */
export function AskedRow({ name, label = name.canonical }: { readonly name: NameCount; readonly label?: string }) {
  const { share, postings, byStrength, quotes } = name;
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{label}</span>
        <QuoteButton about={label} postings={postings} quotes={quotes}>
          {postings.toLocaleString('en')} of {share.of.toLocaleString('en')} · {percentText(share.estimate)} (
          {percentNumber(share.low)}–{percentNumber(share.high)})
        </QuoteButton>
      </div>
      <ShareBar byStrength={byStrength} share={share} />
      <p className="text-[0.9rem] text-muted">{strengthWords(byStrength)}</p>
    </li>
  );
}
