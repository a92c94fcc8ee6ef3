import { BUILT_IN } from '../run/context.ts';
import type { LabFaultAt, Say } from './lab-fault.ts';
import { type LintCalls, lintCalls, lintInput } from './lint-calls.ts';
import { lintChecks } from './lint-checks.ts';
import { lintData } from './lint-data.ts';
import type { Lab } from './schema.ts';

type Path = readonly PropertyKey[];

/** What the form of a lab cannot say: names that must exist, values that must be known, and enough of everything. */
export function lintLab(lab: Lab): LabFaultAt[] {
  const faults: LabFaultAt[] = [];
  const say = (path: Path, message: string) => faults.push({ path, message });
  lintIds(lab, say);
  lintData(lab, say);
  lintArchitecture(lab, say);
  const started = lintFlow(lab, say);
  lab.steps.forEach((step, index) => {
    lintStep(lab, index, say);
    lintChecks(lab, step, { path: ['steps', index, 'checks'], known: started, say });
  });
  lintWrong(lab, say);
  lintServices(lab, say);
  return faults;
}

function lintIds(lab: Lab, say: Say): void {
  const lists: [Path, readonly { readonly id: string }[]][] = [
    [['datasets'], lab.datasets],
    [['steps'], lab.steps],
    [['wrong'], lab.wrong],
    [['architecture', 'nodes'], lab.architecture.nodes],
    ...lab.steps.map(({ checks }, index): [Path, typeof checks] => [['steps', index, 'checks'], checks]),
  ];
  for (const [path, list] of lists) {
    list.forEach(({ id }, index) => {
      if (list.findIndex((one) => one.id === id) < index)
        say([...path, index, 'id'], `The id ${id} is used twice; rename one.`);
    });
  }
}

function lintArchitecture({ architecture: { nodes, arrows } }: Lab, say: Say): void {
  arrows.forEach((arrow, index) => {
    for (const end of ['from', 'to'] as const) {
      if (nodes.some(({ id }) => id === arrow[end])) continue;
      say(['architecture', 'arrows', index, end], `There is no node ${arrow[end]}; name one of architecture.nodes.`);
    }
  });
  nodes.forEach((node, index) => {
    const other = nodes.slice(0, index).find((earlier) => isOver(node, earlier));
    if (other === undefined) return;
    const message = `The boxes of ${node.id} and ${other.id} overlap; place them ${BOX.width} % apart in x or ${BOX.height} % in y.`;
    say(['architecture', 'nodes', index], message);
  });
}

type Place = { readonly x: number; readonly y: number };

/** Size of a box in percent of a small picture; boxes near the border are drawn wholly inside. */
const BOX = { width: 22, height: 20 };

const isOver = (one: Place, other: Place): boolean =>
  Math.abs(inside(one.x, BOX.width) - inside(other.x, BOX.width)) < BOX.width &&
  Math.abs(inside(one.y, BOX.height) - inside(other.y, BOX.height)) < BOX.height;

const inside = (centre: number, size: number): number => Math.min(Math.max(centre, size / 2), 100 - size / 2);

/** Follows the calls in the order in which they run. @returns variables that exist before the first step */
function lintFlow(lab: Lab, say: Say): ReadonlySet<string> {
  const known = new Set<string>(BUILT_IN);
  lintCalls(lab.start, { lab, path: ['start'], known, say });
  const started = new Set(known);
  lab.steps.forEach(({ solution }, index) => {
    lintCalls(solution, { lab, path: ['steps', index, 'solution'], known, say });
  });
  lab.architecture.nodes.forEach(({ exists }, index) => {
    if (!exists) return;
    lintInput(exists, { lab, path: ['architecture', 'nodes', index, 'exists'], known: started, say });
  });
  return started;
}

const FEWEST_HINTS = 2;

function lintStep(lab: Lab, index: number, say: Say): void {
  const step = lab.steps[index];
  if (!step) return;
  const path = ['steps', index];
  if (step.checks.length === 0)
    say([...path, 'checks'], `Step ${step.id} has no check; say how one sees that it is done.`);
  if (step.solution.length === 0)
    say([...path, 'solution'], `Step ${step.id} has no solution; write the calls that solve it.`);
  if (step.hints.length < FEWEST_HINTS)
    say([...path, 'hints'], `Step ${step.id} has ${step.hints.length} hints; give at least ${FEWEST_HINTS}.`);
  (step.skills ?? []).forEach((skill, at) => {
    if (!lab.skills.includes(skill))
      say([...path, 'skills', at], `${skill} is not among the lab's skills; add it there.`);
  });
}

function lintWrong(lab: Lab, say: Say): void {
  lab.wrong.forEach((wrong, index) => {
    const path = ['wrong', index];
    const { fails, replace = {}, after = {} } = wrong;
    const place = lab.steps.findIndex(({ id }) => id === fails.step);
    const check = lab.steps[place]?.checks.find(({ id }) => id === fails.check);
    if (place === -1) say([...path, 'fails', 'step'], `There is no step ${fails.step}.`);
    else if (!check) say([...path, 'fails', 'check'], `Step ${fails.step} has no check ${fails.check}.`);
    if (Object.keys({ ...replace, ...after }).length === 0)
      say(path, `${wrong.id} changes nothing; give replace or after.`);
    for (const [name, calls] of [...entriesOf('replace', replace), ...entriesOf('after', after)]) {
      lintWrongStep(lab, { path: [...path, ...name], step: name[1], last: place, calls }, say);
    }
  });
}

function entriesOf(kind: string, calls: Readonly<Record<string, LintCalls>>): [[string, string], LintCalls][] {
  return Object.entries(calls).map(([step, list]) => [[kind, step], list]);
}

type WrongStep = { readonly path: Path; readonly step: string; readonly last: number; readonly calls: LintCalls };

function lintWrongStep(lab: Lab, { path, step, last, calls }: WrongStep, say: Say): void {
  const place = lab.steps.findIndex(({ id }) => id === step);
  if (place === -1) {
    say(path, `There is no step ${step}.`);
    return;
  }
  if (last !== -1 && place > last) say(path, `Step ${step} comes after the step that shall fail.`);
  const known = new Set<string>(BUILT_IN);
  const quiet = () => undefined;
  lintCalls(lab.start, { lab, path, known, say: quiet });
  for (const { solution } of lab.steps.slice(0, place + 1)) lintCalls(solution, { lab, path, known, say: quiet });
  lintCalls(calls, { lab, path, known, say });
}

function lintServices(lab: Lab, say: Say): void {
  const used = new Set([...JSON.stringify(lab).matchAll(/"(?:call|wait)":"([a-z0-9-]+)\./g)].map(([, name]) => name));
  lab.services.forEach((name, index) => {
    if (!used.has(name)) say(['services', index], `No call uses ${name}; remove it or use it.`);
  });
}
