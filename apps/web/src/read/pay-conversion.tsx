import { convertFigure, type DatedRate, parseRate, type Salary } from '@cairn/catalog';
import { Button, Field, Fold, RangeChart, Select, TextInput } from '@cairn/ui';
import { useState } from 'react';
import { today } from '../app/today.ts';
import { dayInWords } from '../app/words.ts';
import { rangeOf, shortMoney } from './pay-figures.ts';

type PayConversionProps = {
  readonly salaries: readonly Salary[];
  readonly rate: DatedRate | undefined;
  readonly onRate: (rate: DatedRate | undefined) => void;
};

/** No rate comes with Cairn: the learner types one, with its day and source, or nothing is converted. */
export function PayConversion({ salaries, rate, onRate }: PayConversionProps) {
  const currencies = [...new Set(salaries.map(({ currency }) => currency))];
  const used = rate && currencies.includes(rate.from) ? rate : undefined;
  return (
    <div className="grid gap-5">
      {used ? <Converted salaries={salaries} rate={used} onClear={() => onRate(undefined)} /> : null}
      <div className="border-b border-line">
        <Fold summary="Show in another currency, by a rate of yours">
          <RateForm key={currencies.join()} currencies={currencies} onRate={onRate} />
        </Fold>
      </div>
    </div>
  );
}

function Converted({ salaries, rate, onClear }: { salaries: readonly Salary[]; rate: DatedRate; onClear: () => void }) {
  const { from, to, on, source } = rate;
  const periods = [...new Set(salaries.filter(({ currency }) => currency === from).map(({ period }) => period))];
  return (
    <section aria-label={`Converted to ${to}`} className="grid gap-4 rounded-xl border border-line bg-card p-5">
      <p>
        Converted at 1 {from} = {rate.rate} {to}, the rate of {dayInWords(on)} by your source “{source}”. Prices differ
        too: the same sum buys more in some places than in others.
      </p>
      {periods.map((period) => (
        <RangeChart
          key={period}
          title={`In ${to} a ${period}`}
          unit={`${to} a ${period}`}
          ranges={salaries
            .filter((one) => one.period === period)
            .flatMap((one) => (one.currency === to ? one : (convertFigure(one, rate) ?? [])))
            .map(rangeOf)}
          format={(value) => shortMoney(Math.round(value))}
        />
      ))}
      <Button size="small" className="w-fit" onClick={onClear}>
        Take the conversion away
      </Button>
    </section>
  );
}

type RateFormProps = { readonly currencies: readonly string[]; readonly onRate: (rate: DatedRate) => void };

function RateForm({ currencies, onRate }: RateFormProps) {
  const [words, setWords] = useState({
    from: currencies[0] ?? '',
    to: '',
    rate: '',
    on: today() as string,
    source: '',
  });
  const [fault, setFault] = useState<string>();
  const change = (part: Partial<typeof words>) => setWords({ ...words, ...part });
  const submit = () => {
    const parsed = parseRate(words, today());
    setFault(parsed.outcome === 'refused' ? parsed.sentence : undefined);
    if (parsed.outcome === 'rate') onRate(parsed.rate);
  };
  return (
    <form
      aria-label="Exchange rate"
      noValidate
      className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label="From">
        {(control) => (
          <Select
            {...control}
            value={words.from}
            options={currencies.map((code) => ({ value: code, label: code }))}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="To">
        {(control) => (
          <TextInput
            {...control}
            value={words.to}
            maxLength={3}
            placeholder="EUR"
            onChange={(event) => change({ to: event.currentTarget.value.toUpperCase() })}
          />
        )}
      </Field>
      <Field label={`1 ${words.from} is how many ${words.to || '…'}`}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="decimal"
            value={words.rate}
            onChange={(event) => change({ rate: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Day of the rate">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today()}
            value={words.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Where you read it">
        {(control) => (
          <TextInput
            {...control}
            maxLength={80}
            value={words.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-5">
        <Button type="submit">Convert</Button>
        <span role="status" className="text-bad">
          {fault}
        </span>
      </div>
    </form>
  );
}
