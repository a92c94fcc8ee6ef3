import { FEW, type PayCount } from '@cairn/postings';
import { RangeChart } from '@cairn/ui';
import { TextLink } from '../../app/links.tsx';
import type { Answer } from '../reading/messages.ts';
import { QuoteButton } from './quote-button.tsx';
import { Section } from './section.tsx';
import { postingsText } from './strengths.ts';

/** Pay as it was posted, one chart a currency and period; nothing is converted, nothing drawn of fewer than 20. */
export function PayPosted({ answer: { survey, circumstances } }: { readonly answer: Answer }) {
  if (survey.pay.length === 0) return null;
  return (
    <Section
      title="Pay as posted"
      lede={
        <>
          Each posting&rsquo;s range as it stands there, in its own currency and period.{' '}
          <TextLink to="/read/pay">These postings, beside the surveys</TextLink>
        </>
      }
    >
      <div className="grid gap-8 lg:grid-cols-2">
        {survey.pay.map((pay) => (
          <PayGroup
            key={`${pay.currency}${pay.period}`}
            pay={pay}
            quotes={circumstances[`pay:${pay.currency}:${pay.period}`] ?? []}
          />
        ))}
      </div>
    </Section>
  );
}

const isDrawn = ({ lows, highs }: PayCount) => lows.quartiles !== undefined || highs.quartiles !== undefined;

type PayGroupProps = { readonly pay: PayCount; readonly quotes: Answer['circumstances'][string] };

function PayGroup({ pay, quotes }: PayGroupProps) {
  const { currency, period, postings, lows, highs } = pay;
  const unit = `${currency} a ${period}`;
  const range = (label: string, { quartiles, postings: n }: PayCount['lows']) =>
    quartiles
      ? [
          {
            label,
            note: `${postingsText(n)}; bar: middle half, point: median`,
            low: quartiles.lower,
            middle: quartiles.median,
            high: quartiles.upper,
          },
        ]
      : [];
  return (
    <div className="grid content-start gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-xl">{unit}</h3>
        <QuoteButton about={`pay in ${unit}`} postings={postings} quotes={quotes}>
          {postingsText(postings)}
        </QuoteButton>
      </div>
      {isDrawn(pay) ? (
        <RangeChart
          title={`Ends of the posted ranges, ${unit}`}
          unit={unit}
          format={(value) => Math.round(value).toLocaleString('en')}
          ranges={[...range('Low ends', lows), ...range('High ends', highs)]}
        />
      ) : (
        <p className="text-muted">Fewer than {FEW} postings say little about pay, so nothing is drawn of them.</p>
      )}
    </div>
  );
}
