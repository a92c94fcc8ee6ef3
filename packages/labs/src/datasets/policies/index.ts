import { type Rng, seededRng } from '@cairn/kernel';
import { type Generator, readOptions, rowOf, text } from '../generator.ts';
import { RENTAL, REPAIRS } from './gear.ts';
import { DELIVERY, RETURNS } from './orders.ts';
import { CONTACTS, MEMBERSHIP, PRIVACY } from './people.ts';
import type { Policy } from './section.ts';

const POLICIES: readonly Policy[] = [RETURNS, DELIVERY, RENTAL, REPAIRS, MEMBERSHIP, PRIVACY, CONTACTS];

const documentColumns = [
  text('document_id', 'Such as returns; a good name for a file.'),
  text('title', 'Title of the document.'),
  text('text', 'The whole document as Markdown: # title, then ## heading and a paragraph for each section.'),
];

/** The order of documents and of their sections says nothing, so the seed decides it. */
function writeDocument({ id, title, sections }: Policy, rng: Rng) {
  const written = rng.shuffle(sections).map(({ heading, text: body }) => `## ${heading}\n\n${body}\n`);
  return rowOf(documentColumns, { document_id: id, title, text: `# ${title}\n\n${written.join('\n')}` });
}

export const policyDocuments: Generator = {
  name: 'policy-documents',
  about: `The policies of an invented shop that sells and rents outdoor gear: ${POLICIES.length} documents in sections.`,
  columns: documentColumns,
  options: [],
  learnable:
    'For chunking and retrieval, with policy-questions. A section holds a rule and the conditions that change it; one ' +
    'document names staff, with addresses, to be masked. There are no more rows than documents.',
  generate({ seed, rows, options }) {
    readOptions([], options);
    const rng = seededRng(`policy-documents:${seed}`);
    const written = rng.shuffle(POLICIES).map((policy) => writeDocument(policy, rng));
    return written.slice(0, rows);
  },
};

const questionColumns = [
  text('question', 'What a customer asks that one section, and no other, answers.'),
  text('document_id', 'Of the document that answers.'),
  text('section', 'Heading of the section that answers.'),
  text('answer', 'Words of the section that a right answer must hold.'),
];

const QUESTIONS = POLICIES.flatMap(({ id, sections }) =>
  sections.flatMap(({ heading, asked }) =>
    asked.map((one) => rowOf(questionColumns, { ...one, document_id: id, section: heading })),
  ),
);

export const policyQuestions: Generator = {
  name: 'policy-questions',
  about: `Questions about policy-documents, each with the section that answers it: ${QUESTIONS.length} rows.`,
  columns: questionColumns,
  options: [],
  learnable:
    'For the evaluation of retrieval and answers. Rows are shuffled by the seed; there are no more than written.',
  generate({ seed, rows, options }) {
    readOptions([], options);
    return seededRng(`policy-questions:${seed}`).shuffle(QUESTIONS).slice(0, rows);
  },
};
