import type { Gap, GapRow } from './gap.ts';

/** A certification that can be taken, as its task statements name skills. */
export type CoveringCertification = {
  readonly code: string;
  readonly tasks: readonly { readonly id: string; readonly text: string; readonly skills: readonly string[] }[];
};

export type PractisingLab = { readonly id: string; readonly title: string; readonly skills: readonly string[] };

/** A name that is covered, and the task statements (or, of a lab, nothing) that name it. */
export type CoveredName = Pick<GapRow, 'id' | 'canonical' | 'postings' | 'weight' | 'state'> & {
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
};

export type CertificationCoverage = {
  readonly code: string;
  /** Share of all demand, by weight, that its task statements name. */
  readonly ofDemand: number;
  /** Share of what the record does not show yet. */
  readonly ofGap: number;
  /** What it would close, heaviest first. */
  readonly closes: readonly CoveredName[];
  /** What it names that the record shows already. */
  readonly has: readonly CoveredName[];
};

export type LabCoverage = {
  readonly id: string;
  readonly title: string;
  readonly ofGap: number;
  readonly practises: readonly Omit<CoveredName, 'tasks'>[];
};

export type Coverage = {
  /** Those that close most first; those that close nothing last. */
  readonly certifications: readonly CertificationCoverage[];
  /** Up to three that close most together, each with what it adds to those before it. */
  readonly together: {
    readonly steps: readonly { readonly code: string; readonly adds: number; readonly closes: readonly string[] }[];
    readonly ofGap: number;
    readonly ofDemand: number;
  };
  /** Labs that practise what is not shown yet. */
  readonly labs: readonly LabCoverage[];
  /** What no certification closes, with the labs that practise it: none is honest, too. */
  readonly uncovered: readonly (Omit<CoveredName, 'tasks'> & { readonly labs: readonly string[] })[];
};

const TOGETHER = 3;
/** Half of what is partly there is open. */
const OPEN = { have: 0, partly: 0.5, missing: 1 } as const;

const openWeight = ({ weight, state }: Pick<GapRow, 'weight' | 'state'>) => weight * OPEN[state];
const isOpen = (row: GapRow) => row.state !== 'have';
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const total = <R>(rows: readonly R[], value: (row: R) => number) => rows.reduce((sum, row) => sum + value(row), 0);
const byCode = (a: { readonly code: string }, b: { readonly code: string }) => (a.code < b.code ? -1 : 1);
const short = ({ id, canonical, postings, weight, state }: GapRow) => ({ id, canonical, postings, weight, state });

const skillsOf = ({ tasks }: CoveringCertification) => new Set(tasks.flatMap(({ skills }) => skills));

function covered(row: GapRow, { tasks }: CoveringCertification): CoveredName {
  const naming = tasks.filter(({ skills }) => skills.includes(row.id));
  return { ...short(row), tasks: naming.map(({ id, text }) => ({ id, text })) };
}

function coverageBy(certification: CoveringCertification, { rows }: Gap): CertificationCoverage {
  const skills = skillsOf(certification);
  const named = rows.filter(({ id }) => skills.has(id));
  return {
    code: certification.code,
    ofDemand: share(
      total(named, ({ weight }) => weight),
      total(rows, ({ weight }) => weight),
    ),
    ofGap: share(total(named, openWeight), total(rows, openWeight)),
    closes: named.filter(isOpen).map((row) => covered(row, certification)),
    has: named.filter((row) => !isOpen(row)).map((row) => covered(row, certification)),
  };
}

/** The certification that adds most to what is closed already; the first by code of equals. */
function best(certifications: readonly CoveringCertification[], open: readonly GapRow[]) {
  const gains = certifications.map((certification) => {
    const skills = skillsOf(certification);
    const rows = open.filter(({ id }) => skills.has(id));
    return { code: certification.code, rows, gain: total(rows, openWeight) };
  });
  return gains.sort((a, b) => b.gain - a.gain || byCode(a, b)).find(({ gain }) => gain > 0);
}

/** Greedy: within 1 − 1/e of the best set (Nemhauser, Wolsey & Fisher 1978), and each step can be explained. */
function together(certifications: readonly CoveringCertification[], { rows }: Gap): Coverage['together'] {
  const whole = total(rows, openWeight);
  const steps: Coverage['together']['steps'][number][] = [];
  let open = rows.filter(isOpen);
  while (steps.length < TOGETHER) {
    const next = best(certifications, open);
    if (!next) break;
    steps.push({ code: next.code, adds: share(next.gain, whole), closes: next.rows.map(({ id }) => id) });
    open = open.filter((row) => !next.rows.includes(row));
  }
  const chosen = certifications.filter(({ code }) => steps.some((step) => step.code === code));
  const skills = new Set(chosen.flatMap((certification) => [...skillsOf(certification)]));
  const named = rows.filter(({ id }) => skills.has(id));
  return {
    steps,
    ofGap: total(steps, ({ adds }) => adds),
    ofDemand: share(
      total(named, ({ weight }) => weight),
      total(rows, ({ weight }) => weight),
    ),
  };
}

function labsFor(labs: readonly PractisingLab[], { rows }: Gap): LabCoverage[] {
  const whole = total(rows, openWeight);
  return labs
    .map(({ id, title, skills }) => {
      const practised = rows.filter((row) => isOpen(row) && skills.includes(row.id));
      return { id, title, ofGap: share(total(practised, openWeight), whole), practises: practised.map(short) };
    })
    .filter(({ practises }) => practises.length > 0)
    .sort((a, b) => b.ofGap - a.ofGap || (a.id < b.id ? -1 : 1));
}

/**
 * How much of what postings ask for certifications and labs cover. A name is covered only if a task statement or lab
 * has its id among the skills: that one name implies another is not assumed.
 *
 * @param certifications those that can be taken; the caller leaves out the rest
 */
export function coverage(
  gap: Gap,
  certifications: readonly CoveringCertification[],
  labs: readonly PractisingLab[] = [],
): Coverage {
  const named = new Set(certifications.flatMap((certification) => [...skillsOf(certification)]));
  const uncovered = gap.rows.filter((row) => isOpen(row) && !named.has(row.id));
  return {
    certifications: certifications
      .map((certification) => coverageBy(certification, gap))
      .sort((a, b) => b.ofGap - a.ofGap || b.ofDemand - a.ofDemand || byCode(a, b)),
    together: together(certifications, gap),
    labs: labsFor(labs, gap),
    uncovered: uncovered.map((row) => ({
      ...short(row),
      labs: labs.filter(({ skills }) => skills.includes(row.id)).map(({ id }) => id),
    })),
  };
}
