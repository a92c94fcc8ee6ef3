import type { Catalog, Certification } from '@cairn/catalog';
import { domainOf, questionsOf } from '@cairn/exam';
import type { Day } from '@cairn/kernel';
import type { PlanInput } from '@cairn/scheduling';
import type { ExamEntry } from '../exam/library.ts';
import type { LearningLibrary, PlacedLesson } from '../lessons/library.ts';

type Premise = Pick<PlanInput, 'blueprint' | 'material' | 'vendor'>;

/** A form is a rehearsal only while most of its questions are new. */
const MOST_FORMS = 6;
const DIAGNOSIS_MINUTES = 35;

/** What an exam is made of and what is here to learn it with. */
export function premiseOf(
  entry: ExamEntry,
  learning: LearningLibrary,
  { certifications, costs }: Pick<Catalog, 'certifications' | 'costs'>,
): Premise {
  const { profile, domains } = entry;
  const lessons = learning.lessons.filter(({ exam }) => exam === profile.id);
  return {
    blueprint: {
      domains: domains.map(({ number, name, weight, tasks = [] }) => ({
        id: `${profile.id}/${number}`,
        title: name,
        weight,
        tasks: tasks.map(({ id, text }) => ({ id, title: shortened(text) })),
      })),
    },
    material: {
      lessons: lessons.map(lessonOf),
      labs: labsOf(entry, learning),
      cards: countBy([...learning.cards.values()].filter(({ exam }) => exam === profile.id).map(({ task }) => task)),
      items: countBy(entry.items.flatMap(questionsOf).flatMap(({ tasks }) => tasks.slice(0, 1))),
      forms: formsOf(entry),
      diagnosisMinutes: DIAGNOSIS_MINUTES,
    },
    vendor: vendorOf(
      entry,
      certifications.find(({ code }) => code === profile.code),
      costs,
    ),
  };
}

function lessonOf({ lesson }: PlacedLesson): PlanInput['material']['lessons'][number] {
  return {
    id: lesson.id,
    task: lesson.id,
    title: lesson.title,
    minutes: lesson.minutes,
    sections: sectionMinutes(lesson),
  };
}

/** A figure is worked with, not read: it counts like this many characters. */
const FIGURE_CHARACTERS = 1200;

/** A lesson's minutes over its parts by their length, at least one each, the rest to the last. */
export function sectionMinutes({ minutes, opening, parts }: PlacedLesson['lesson']): number[] {
  const lengths = parts.map(({ blocks }, index) => {
    const own = blocks.reduce((sum, one) => sum + (one.kind === 'text' ? one.text.length : FIGURE_CHARACTERS), 0);
    return own + (index === 0 ? opening.length : 0);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const sections: number[] = [];
  let left = minutes;
  for (const [index, length] of lengths.entries()) {
    const later = lengths.length - index - 1;
    const share = later === 0 ? left : Math.max(1, Math.min(left - later, Math.round((minutes * length) / total)));
    sections.push(share);
    left -= share;
  }
  return sections;
}

function labsOf({ domains }: ExamEntry, { labsOfTask }: LearningLibrary): PlanInput['material']['labs'] {
  const tasks = domains.flatMap((domain) => (domain.tasks ?? []).map(({ id }) => id));
  const labs = new Map(tasks.flatMap((task) => (labsOfTask.get(task) ?? []).map((lab) => [lab.id, lab] as const)));
  return [...labs.values()].map(({ id, title, minutes, objectives }) => ({
    id,
    title,
    minutes,
    tasks: objectives.filter((task) => tasks.includes(task)),
  }));
}

/** As many forms as the bank holds without asking a question twice; one, if it can fill one at all. */
function formsOf({ profile, items, domains }: ExamEntry): PlanInput['material']['forms'] {
  const real = items.filter(({ practiceOnly }) => !practiceOnly).flatMap(questionsOf);
  const whole = domains.reduce((sum, { weight }) => sum + weight, 0);
  const fits = domains.map(({ number, weight }) => {
    const pool = real.filter((question) => domainOf(question) === number).length;
    return pool / ((profile.form.questions * weight) / whole);
  });
  const count = Math.min(MOST_FORMS, Math.floor(Math.min(...fits) + 0.15)); // a domain may be a question short
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    id: `form-${index + 1}`,
    title: `Mock exam ${index + 1}`,
    minutes: profile.minutes,
  }));
}

function vendorOf(
  { profile }: ExamEntry,
  certification: Certification | undefined,
  { retakes }: Catalog['costs'],
): PlanInput['vendor'] {
  const { lifecycle, validity, renewal } = certification ?? {};
  const first = lifecycle?.betaFrom ?? lifecycle?.activeFrom;
  const last = lifecycle?.retiredOn ?? lifecycle?.retiresOn;
  const years = validity?.value?.kind === 'years' ? validity.value.years : undefined;
  return {
    examMinutes: profile.minutes,
    retakeWaitDays: retakes.find(({ vendor }) => vendor === profile.vendor)?.waitDays[0] ?? 0,
    ...(first ? { firstExamDay: first as Day } : {}), // calendar days by the catalog's schema
    ...(last ? { lastExamDay: last as Day } : {}),
    ...(years === undefined ? {} : { validityYears: years }),
    ...(renewal?.value ? { renewal: renewal.value.text } : {}),
  };
}

function countBy(tasks: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const task of tasks) counts[task] = (counts[task] ?? 0) + 1;
  return counts;
}

const LONGEST_TITLE = 300;

const shortened = (text: string): string => text.slice(0, LONGEST_TITLE);
