import { type Catalog, faqAnswer } from '@cairn/catalog';
import type { SearchKind } from '@cairn/contract';
import { type Item, questionsOf } from '@cairn/exam';
import type { Lab } from '@cairn/labs';
import { contextOf, optionsOf, type Question, stemOf } from '@cairn/question-types';
import type { ExamLibrary } from '../exam/library.ts';
import type { LearningLibrary, PlacedCard, PlacedLesson } from '../lessons/library.ts';
import { plainText } from './words.ts';

/** One thing that can be found. */
export type SearchDocument = {
  readonly kind: SearchKind;
  readonly ref: string;
  readonly title: string;
  readonly body: string;
  /** A page of the app; empty for a question, whose place is where the learner met it. */
  readonly link: string;
  readonly exam: string | null;
};

export type Searchable = {
  readonly catalog: Catalog;
  readonly library: ExamLibrary;
  readonly labs: ReadonlyMap<string, Lab>;
  readonly learning: LearningLibrary;
};

/** Found by those alone who have met it: what is asked shall be new when it is asked. */
export const MET_KINDS: readonly SearchKind[] = ['card', 'question'];

/** Everything that the content holds, in one order, so that the same content gives the same digest. */
export function documentsOf({ catalog, library, labs, learning }: Searchable): readonly SearchDocument[] {
  return [
    ...learning.lessons.map(lessonDocument),
    ...[...learning.cards.values()].map(cardDocument),
    ...[...library].flatMap(([exam, { items }]) => items.flatMap((item) => questionDocuments(exam, item))),
    ...[...labs.values()].map(labDocument),
    ...catalogDocuments(catalog),
  ];
}

function lessonDocument({ lesson, exam, task, taskText }: PlacedLesson): SearchDocument {
  const blocks = lesson.parts.flatMap((part) => part.blocks);
  const texts = blocks.map((block) => (block.kind === 'text' ? block.text : block.caption));
  const body = plainText([lesson.summary, taskText, lesson.opening, ...texts].join('\n\n'));
  return { kind: 'lesson', ref: lesson.id, title: lesson.title, body, link: `/learn/${exam}/${task}`, exam };
}

/** The page of cards shows those whose text holds `q`. */
export const linkToCard = (front: string): string => `/cards/all?q=${encodeURIComponent(front.slice(0, 100))}`;

function cardDocument({ cardId, front, back, exam }: PlacedCard): SearchDocument {
  return {
    kind: 'card',
    ref: cardId,
    title: plainText(front),
    body: plainText(back),
    link: linkToCard(front),
    exam,
  };
}

/** One document for each question that an exam counts: who has met one of a series has not met the next. */
function questionDocuments(exam: string, item: Item): readonly SearchDocument[] {
  const context = contextOf(item.question);
  const background = context?.tabs.map(({ text }) => text) ?? [];
  return questionsOf(item).map(({ part, question }) => ({
    kind: 'question',
    ref: refOfQuestion(item.id, part ?? null),
    title: plainText(stemOf(question)),
    body: [...optionTexts(question), ...background].map(plainText).join(' · '),
    link: '',
    exam,
  }));
}

/** What can be chosen, by alphabet: where the key stands is no help. */
function optionTexts(question: Question): readonly string[] {
  return [...new Set(optionsOf(question).map(({ text }) => text))].sort();
}

/** The same is made of evidence in the database: item, and which of its questions. */
export const refOfQuestion = (itemId: string, part: string | null): string => (part ? `${itemId}#${part}` : itemId);

function labDocument({ id, title, summary, story, steps }: Lab): SearchDocument {
  const body = plainText([summary, story, ...steps.flatMap((step) => [step.title, step.goal])].join('\n\n'));
  return { kind: 'lab', ref: id, title, body, link: `/labs/${id}`, exam: null };
}

function catalogDocuments(catalog: Catalog): readonly SearchDocument[] {
  return [
    ...catalog.glossary.map(
      ({ id, term, text }): SearchDocument => ({
        ...{ kind: 'term', ref: id, title: term, body: plainText(text), exam: null },
        link: `/read/glossary?q=${encodeURIComponent(term)}`,
      }),
    ),
    ...catalog.certifications.map(certificationDocument),
    ...catalog.roles.map(
      ({ id, name, summary, aspects }): SearchDocument => ({
        ...{ kind: 'role', ref: id, title: name, link: `/roles/${id}`, exam: null },
        body: plainText(
          [summary, ...Object.values(aspects).flatMap((aspect) => (aspect ? [`${aspect.text}.`] : []))].join('\n\n'),
        ),
      }),
    ),
    ...catalog.faq.map(
      (entry): SearchDocument => ({
        ...{ kind: 'faq', ref: entry.id, title: entry.question, link: `/read/faq#${entry.id}`, exam: null },
        body: plainText(faqAnswer(catalog, entry)),
      }),
    ),
  ];
}

function certificationDocument(certification: Catalog['certifications'][number]): SearchDocument {
  const { code, name, domains, services } = certification;
  const tasks = domains.flatMap((domain) => [`${domain.name}.`, ...domain.tasks.map(({ text }) => `${text}.`)]);
  return {
    kind: 'certification',
    ref: code,
    title: name.includes(code) ? name : `${code} ${name}`,
    body: plainText([...tasks, ...(services.value ?? [])].join('\n\n')),
    link: `/certifications/${code.toLowerCase()}`,
    exam: code.toLowerCase(),
  };
}
