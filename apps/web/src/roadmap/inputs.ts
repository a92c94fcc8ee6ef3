import { BACKGROUNDS, type Background, type DoneStep } from '@cairn/catalog';
import type { Day } from '@cairn/kernel';

/** What a roadmap is computed from: kept in the address, and with a saved roadmap. */
export type RoadmapInputs = {
  readonly to: string;
  readonly from: Day;
  readonly hoursPerWeek: number;
  readonly background?: Background;
  readonly have: readonly string[];
  /** Absent: the stepping stones that the catalog advises. */
  readonly via?: readonly string[];
  readonly done: readonly DoneStep[];
};

export type RoadmapSearch = {
  readonly to?: string;
  readonly from?: string;
  readonly hours?: number;
  readonly background?: string;
  readonly have?: string;
  readonly via?: string;
  /** The id of a saved roadmap. */
  readonly saved?: string;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOURS = { least: 1, usual: 8, most: 60 } as const;
/** `via=none` goes straight to the goal. */
const STRAIGHT = 'none';

export function parseRoadmapSearch(raw: Record<string, unknown>): RoadmapSearch {
  const texts = ['to', 'from', 'background', 'have', 'via', 'saved'].flatMap((key) =>
    typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key]]] : [],
  );
  const hours = Number(raw.hours);
  return {
    ...Object.fromEntries(texts),
    ...(raw.hours !== undefined && !Number.isNaN(hours) && { hours }),
  };
}

function isDay(text: unknown): text is Day {
  return typeof text === 'string' && DAY.test(text) && !Number.isNaN(Date.parse(text));
}

const codesIn = (text: string) =>
  text
    .split(',')
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '');

/** The inputs in an address. What is missing or unusable takes its usual value, and `faults` says so. */
export function inputsOf(search: RoadmapSearch, today: Day): { inputs: RoadmapInputs; faults: readonly string[] } {
  const { from, hours, via } = search;
  const background = BACKGROUNDS.find((name) => name === search.background);
  const inputs: RoadmapInputs = {
    to: (search.to ?? '').toUpperCase(),
    from: isDay(from) ? from : today,
    hoursPerWeek: hours !== undefined && areHours(hours) ? hours : HOURS.usual,
    ...(background && { background }),
    have: codesIn(search.have ?? ''),
    ...(via !== undefined && { via: via === STRAIGHT ? [] : codesIn(via) }),
    done: [],
  };
  return { inputs, faults: faultsOf(search) };
}

const areHours = (hours: number) => hours >= HOURS.least && hours <= HOURS.most;

function faultsOf({ from, hours, background }: RoadmapSearch): readonly string[] {
  const isKnown = background === undefined || BACKGROUNDS.some((name) => name === background);
  return [
    from === undefined || isDay(from) ? '' : 'from was not used: write a calendar day such as 2027-03-01.',
    hours === undefined || areHours(hours)
      ? ''
      : `hours was not used: write a number from ${HOURS.least} to ${HOURS.most}.`,
    isKnown ? '' : `background was not used: write one of ${BACKGROUNDS.join(', ')}.`,
  ].filter((fault) => fault !== '');
}

/** The address of the inputs; steps that are done are personal and stay out of it. */
export function searchOfInputs(inputs: RoadmapInputs): RoadmapSearch {
  const { to, from, hoursPerWeek, background, have, via } = inputs;
  return {
    ...(to && { to }),
    from,
    hours: hoursPerWeek,
    ...(background && { background }),
    ...(have.length > 0 && { have: have.join(',') }),
    ...(via && { via: via.length === 0 ? STRAIGHT : via.join(',') }),
  };
}

/** The inputs stored with a roadmap: JSON from this page, read with the same care as an address. */
export function storedInputs(raw: Readonly<Record<string, unknown>>, today: Day): RoadmapInputs {
  const list = (value: unknown) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
  const { inputs } = inputsOf(
    parseRoadmapSearch({
      to: raw.to,
      from: raw.from,
      hours: raw.hoursPerWeek,
      background: raw.background,
      have: list(raw.have).join(','),
      ...(Array.isArray(raw.via) && { via: list(raw.via).join(',') || STRAIGHT }),
    }),
    today,
  );
  return { ...inputs, done: Array.isArray(raw.done) ? raw.done.filter(isDoneStep) : [] };
}

function isDoneStep(value: unknown): value is DoneStep {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && typeof value.id === 'string' && 'on' in value && isDay(value.on);
}
