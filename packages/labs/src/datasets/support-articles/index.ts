import { seededRng } from '@cairn/kernel';
import { type Generator, readOptions, rowOf, text } from '../generator.ts';
import { ACCOUNT } from './account.ts';
import type { Article } from './article.ts';
import { BILLING } from './billing.ts';
import { DEVICES } from './devices.ts';
import { PRIVACY } from './privacy.ts';
import { RETURNS } from './returns.ts';
import { SETUP } from './setup.ts';

const columns = [
  text('article_id', 'Permanent, such as billing-03.'),
  text('topic', 'account, billing, devices, privacy, returns or setup.'),
  text('title', 'Heading of the article.'),
  text('text', 'Two to five sentences.'),
  text('question', 'What a customer asks that this article, and no other, answers. In other words than the title.'),
  text('answer', 'The words of the article that a right answer must hold.'),
];

const TOPICS: Readonly<Record<string, readonly Article[]>> = {
  account: ACCOUNT,
  billing: BILLING,
  devices: DEVICES,
  privacy: PRIVACY,
  returns: RETURNS,
  setup: SETUP,
};

const ROWS = Object.entries(TOPICS).flatMap(([topic, articles]) =>
  articles.map((article, index) =>
    rowOf(columns, { article_id: `${topic}-${String(index + 1).padStart(2, '0')}`, topic, ...article }),
  ),
);

export const supportArticles: Generator = {
  name: 'support-articles',
  about: `The help centre of an invented maker of home energy devices: ${ROWS.length} short articles with questions.`,
  columns,
  options: [],
  learnable:
    'For retrieval: each question has one article. A search by meaning can find all of them; one by shared words ' +
    'finds most. Rows are shuffled by the seed; there are no more than written.',
  generate({ seed, rows, options }) {
    readOptions([], options);
    return seededRng(`support-articles:${seed}`).shuffle(ROWS).slice(0, rows);
  },
};
