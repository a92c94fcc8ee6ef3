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

/** The same words wherever an ability is drawn. */
export const ABILITY_UNIT = 'Ability in logits; 0 is a just-passing candidate';
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
      unit={ABILITY_UNIT}
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

/** The same as a shape, where there is room for the names around it, and where it does not shrink to a dot. */
export function AbilityRadar({ domains }: { domains: readonly DomainAbility[] }) {
  const isNarrow = useIsNarrow();
  const isShape = domains.length >= LEAST_SPOKES && domains.some(({ theta }) => Math.abs(theta.estimate) < RIM);
  if (isNarrow || !isShape) {
    return (
      <>
        <AbilityChart domains={domains} />
        <Note further="right" />
      </>
    );
  }
  return (
    <>
      <Radar
        title={TITLE}
        unit={ABILITY_UNIT}
        labelHead="Domain"
        min={-RIM}
        max={RIM}
        ring={LINE}
        format={signed}
        spokes={domains.map(({ number, name, answers, theta }) => abilityRow(`${number} ${name}`, answers, theta, RIM))}
      />
      <Note further="out" />
    </>
  );
}

function Note({ further }: { further: 'right' | 'out' }) {
  return (
    <p className="text-[0.94rem] text-muted">
      Further {further} is better; the band is the 80 % interval. No domain has a pass line of its own: only the whole
      exam counts.
    </p>
  );
}
