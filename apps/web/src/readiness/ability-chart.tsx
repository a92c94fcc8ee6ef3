import { Radar } from '@cairn/ui';
import { counted } from '../app/words.ts';
import { IntervalChart } from '../exam/interval-chart.tsx';
import { useIsNarrow } from '../exam/use-is-narrow.ts';
import { type AbilityRange, abilityRow, EDGE, signed } from './ability.ts';

type DomainAbility = {
  readonly number: number;
  readonly name: string;
  readonly answers: number;
  readonly theta: AbilityRange;
};

const UNIT = 'ability in logits, 0 is a just-passing candidate';
const TITLE = 'Ability by domain';
const LINE = { at: 0, label: 'Pass line' };
/** A shape is read by its form, so it is drawn closer: few abilities lie beyond, and they are drawn at the rim. */
const RIM = 2;
/** Fewer make no shape. */
const LEAST_SPOKES = 3;

/** Domains as bars with their intervals; `whole` is the row of the exam as a whole. */
export function AbilityChart({
  domains,
  whole,
}: {
  domains: readonly DomainAbility[];
  whole?: Omit<DomainAbility, 'number' | 'name'>;
}) {
  const rows = domains.map(({ number, name, answers, theta }) => ({
    ...abilityRow(`${number} ${name}`, answers, theta),
    note: counted(answers, 'answer'),
  }));
  return (
    <IntervalChart
      title={TITLE}
      unit={UNIT}
      labelHead="Domain"
      min={-EDGE}
      max={EDGE}
      line={LINE}
      format={signed}
      rows={
        whole
          ? [
              { ...abilityRow('Whole exam', whole.answers, whole.theta), note: counted(whole.answers, 'answer') },
              ...rows,
            ]
          : rows
      }
    />
  );
}

/** The same as a shape, where there is room for the names around it. */
export function AbilityRadar({ domains }: { domains: readonly DomainAbility[] }) {
  const isNarrow = useIsNarrow();
  if (isNarrow || domains.length < LEAST_SPOKES) return <AbilityChart domains={domains} />;
  return (
    <Radar
      title={TITLE}
      unit={UNIT}
      labelHead="Domain"
      min={-RIM}
      max={RIM}
      ring={LINE}
      format={signed}
      spokes={domains.map(({ number, name, answers, theta }) => abilityRow(`${number} ${name}`, answers, theta, RIM))}
    />
  );
}
