import { seededRng } from '@cairn/kernel';
import { type Generator, number, readOptions, rowOf, text } from './generator.ts';
import { type Row, rounded } from './table.ts';

const columns = [
  text('timestamp', 'ISO 8601, UTC; every five minutes from 1 October 2026.'),
  number('temperature_c', 'Of the bearing: a daily and a weekly rhythm.', '°C'),
  number('vibration_mm_s', 'Root mean square speed.', 'mm/s'),
  number('current_a', 'Of the motor; rises with the load, as temperature does.', 'A'),
  number('is_anomaly', '1: one of the faults was on.'),
];

const options = [{ name: 'anomalyShare', about: 'Share of rows within a fault.', fallback: 0.01, least: 0, most: 0.2 }];

const START = Date.UTC(2026, 9, 1);
const STEP_MILLISECONDS = 300_000;
const ROWS_A_DAY = 288;
const FAULTS = ['spike', 'overheating', 'stuck'] as const;
const FAULT_ROWS = { spike: 1, overheating: 24, stuck: 18 } as const;
type FaultKind = (typeof FAULTS)[number];
type Fault = { readonly kind: FaultKind; readonly from: number };

/** On weekdays the load is high from 6 to 22 o'clock. 1 October 2026 is a Thursday. */
function loadAt(index: number): number {
  const day = Math.floor(index / ROWS_A_DAY);
  const isWeekend = (day + 4) % 7 >= 6 || (day + 4) % 7 === 0;
  const phase = ((index % ROWS_A_DAY) / ROWS_A_DAY) * 2 * Math.PI;
  return (isWeekend ? 0.35 : 1) * (0.55 - 0.45 * Math.cos(phase));
}

type Reading = { temperature: number; vibration: number; current: number };

function disturbed(reading: Reading, fault: Fault, index: number, stuckAt: Reading): Reading {
  const age = index - fault.from;
  if (fault.kind === 'spike') return { ...reading, vibration: reading.vibration + 4.5 };
  if (fault.kind === 'overheating') return { ...reading, temperature: reading.temperature + 2 + 0.9 * age };
  return { ...stuckAt }; // the sensors repeat their last values
}

export const sensor: Generator = {
  name: 'sensor',
  about: 'A machine read every five minutes, with faults among the rhythm of its days.',
  columns,
  options,
  learnable:
    'Spikes of vibration, slow overheating, and sensors that repeat themselves. A threshold on one column finds the ' +
    'spikes only; overheating needs temperature beside the load, and stuck sensors need the rows before.',
  generate({ seed, rows, options: given }) {
    const { anomalyShare = 0 } = readOptions(options, given);
    const rng = seededRng(`sensor:${seed}`);
    // Kinds come equally often, so that a fault lasts 43 / 3 rows on average.
    const startChance = (anomalyShare * 3) / 43;
    let fault: Fault | undefined;
    let last: Reading = { temperature: 40, vibration: 1.2, current: 8 };
    return Array.from({ length: rows }, (_, index): Row => {
      if (fault && index >= fault.from + FAULT_ROWS[fault.kind]) fault = undefined;
      if (!fault && rng.next() < startChance) fault = { kind: FAULTS[rng.below(3)] ?? 'spike', from: index };
      const load = loadAt(index);
      const usual: Reading = {
        temperature: 38 + 14 * load + 0.6 * rng.normal(),
        vibration: 1.1 + 0.8 * load + 0.12 * rng.normal(),
        current: 7 + 6 * load + 0.25 * rng.normal(),
      };
      last = fault ? disturbed(usual, fault, index, last) : usual;
      return rowOf(columns, {
        timestamp: new Date(START + index * STEP_MILLISECONDS).toISOString().replace('.000', ''),
        temperature_c: rounded(last.temperature, 2),
        vibration_mm_s: rounded(Math.max(0, last.vibration), 3),
        current_a: rounded(last.current, 2),
        is_anomaly: fault ? 1 : 0,
      });
    });
  },
};
