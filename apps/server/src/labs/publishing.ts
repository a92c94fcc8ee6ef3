import type { LabDataset, LabRunSummary, LabSummary, PublishedLab } from '@cairn/contract';
import { GENERATORS, type Lab, SERVICES } from '@cairn/labs';
import { datasetObjects, datasetParts } from './datasets.ts';
import type { LabReading } from './reading.ts';
import { stateOfRun } from './showing.ts';

type Names = ReadonlyMap<string, string>;

export function summarizeRun(reading: LabReading): LabRunSummary {
  const { stored, run } = reading;
  return {
    id: stored.id,
    state: stateOfRun(reading) === 'finished' ? 'finished' : 'running',
    startedAt: stored.startedAt,
    finishedAt: run.finishedAt ?? null,
    stepsPassed: run.steps.filter(({ passedAt }) => passedAt !== undefined).length,
  };
}

function headOf(lab: Lab, skillNames: Names, reading: LabReading | undefined) {
  const { id, version, title, summary, minutes, level, platform, objectives } = lab;
  return {
    ...{ id, version, title, summary, minutes, level, platform, objectives },
    skills: lab.skills.map((skill) => ({ id: skill, name: skillNames.get(skill) ?? skill })),
    services: lab.services.map((service) => ({ id: service, name: SERVICES[service]?.title ?? service })),
    run: reading ? summarizeRun(reading) : null,
  };
}

export function summarizeLab(lab: Lab, skillNames: Names, reading: LabReading | undefined): LabSummary {
  return { ...headOf(lab, skillNames, reading), steps: lab.steps.length };
}

function publishDatasets(lab: Lab): LabDataset[] {
  return lab.datasets.flatMap(({ id, generator }) => {
    const parts = datasetParts(lab, id);
    const columns = GENERATORS[generator]?.columns ?? [];
    if (parts.length === 0) return [];
    const described = columns.map(({ unit, ...column }) => ({ ...column, unit: unit ?? null }));
    return [{ id, parts, objects: datasetObjects(lab, id), columns: described }];
  });
}

/** What may be known of a lab before it is done: no call of its checks, no hint, no solution, no wrong one. */
export function publishLab(lab: Lab, skillNames: Names, reading: LabReading | undefined): PublishedLab {
  const { region, story, costLesson, cleanup, architecture } = lab;
  return {
    ...headOf(lab, skillNames, reading),
    ...{ region, story, costLesson, cleanup },
    architecture: {
      alt: architecture.alt,
      nodes: architecture.nodes.map(({ id, label, service, x, y }) => ({ id, label, service, x, y })),
      arrows: architecture.arrows.map(({ from, to, label }) => ({ from, to, label: label ?? null })),
    },
    datasets: publishDatasets(lab),
    steps: lab.steps.map(({ id, title, goal, why, skills = lab.skills, hints, checks }) => ({
      ...{ id, title, goal, why, skills },
      hints: hints.length,
      checks: checks.map((check) => check.id),
    })),
  };
}
