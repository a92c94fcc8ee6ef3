import type { Catalog, Salary } from '@cairn/catalog';
import type { SurveyHeading } from '@cairn/contract';
import type { Survey } from '@cairn/postings';
import { useQuery } from '@tanstack/react-query';
import { fromKept } from '../postings/kept-answer.ts';
import { surveyQuery, surveysQuery } from '../postings/survey-requests.ts';

/** What the newest kept survey says about pay, if it holds enough postings that state it. */
export function useOwnPay(catalog: Catalog): readonly Salary[] {
  const { data: surveys } = useQuery(surveysQuery); // without it the page shows the other sources alone
  const newest = surveys?.[0];
  const { data: kept } = useQuery({ ...surveyQuery(newest?.id ?? ''), enabled: newest !== undefined });
  const survey = kept && fromKept(kept.survey)?.survey;
  return newest && survey ? ownFigures(catalog, survey, newest) : [];
}

type Kept = Pick<SurveyHeading, 'id' | 'name' | 'madeAt'>;

/**
 * Posted pay as one more source: the quartiles of its low and of its high ends. A currency stands for a region only if
 * the catalog's figures in it are all of that region, so that euros stand for none.
 */
export function ownFigures(catalog: Catalog, { pay }: Pick<Survey, 'pay'>, { id, name, madeAt }: Kept): Salary[] {
  const on = new Date(madeAt).toISOString().slice(0, 10);
  return pay.flatMap(({ currency, period, lows, highs }) => {
    const place = placeOf(catalog, currency);
    const isComparable = period === 'year' || period === 'day' || period === 'hour';
    if (!place || !isComparable || !lows.quartiles || !highs.quartiles) return [];
    const { lower: p25, median: p50, upper: p75 } = lows.quartiles;
    const { lower: highP25, median: highP50, upper: highP75 } = highs.quartiles;
    return {
      ...{ id: `own-${id}-${currency}-${period}`, label: `Your postings: ${name}`, ...place, currency, period },
      ...{
        roles: catalog.roles.map((role) => role.id),
        basis: 'posted-range',
        n: Math.min(lows.postings, highs.postings),
      },
      ...{ p25, p50, p75, highP25, highP50, highP75, reference: on, sourceName: 'A survey of your own' },
      note: 'Whatever roles your postings are for: only you know whether they are of this one.',
      ...{ licence: 'yours', grade: 'none', sources: ['Postings that you collected'], checkedOn: on },
    } satisfies Salary;
  });
}

function placeOf({ salaries }: Catalog, currency: string): Pick<Salary, 'region' | 'regionLabel'> | undefined {
  const [first, ...rest] = salaries.filter((one) => one.currency === currency);
  if (!first || rest.some(({ region }) => region !== first.region)) return undefined;
  return { region: first.region, regionLabel: first.regionLabel };
}
