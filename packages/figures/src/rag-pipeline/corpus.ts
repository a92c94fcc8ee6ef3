/** What the company wrote: a page, the year it is from, and its sentences. */
export const PAGES = [
  {
    id: 'returns-2026',
    title: 'Returns policy, 2026',
    sentences: [
      'Articles can be sent back within 30 days.',
      'Opened headphones can be returned within 14 days.',
      'A cleaning fee of 10 percent is kept.',
    ],
  },
  {
    id: 'returns-2023',
    title: 'Returns policy, 2023',
    sentences: [
      'Articles can be sent back within 60 days.',
      'Opened headphones can be returned within 30 days.',
      'There is no fee.',
    ],
  },
  {
    id: 'forum',
    title: 'Customer forum',
    sentences: [
      'How many days do I have to return my opened headphones?',
      'Has anybody returned opened headphones after many days?',
      'I would like to know, too.',
    ],
  },
  {
    id: 'warranty',
    title: 'Warranty',
    sentences: [
      'Faults are repaired for two years.',
      'Batteries are covered for six months.',
      'Keep the serial number.',
    ],
  },
  {
    id: 'delivery',
    title: 'Delivery',
    sentences: [
      'Standard delivery takes four days.',
      'Express delivery takes one day.',
      'Islands take two days longer.',
    ],
  },
] as const;
export type PageId = (typeof PAGES)[number]['id'];

export const QUESTION = 'How many days do I have to return opened headphones?';

/** What the model says without looking: learnt from other shops, fluent and wrong here. */
export const FROM_MEMORY = 'Most shops accept returns within 28 days.';
export const NO_ANSWER = 'I could not find this in the documents.';
