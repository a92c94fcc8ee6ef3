import { describe, expect, it } from 'vitest';
import { cosine, embed, similarity } from './embedding.ts';

/** A text, one that means about the same, one that does not. */
const TRIPLES: readonly (readonly [string, string, string])[] = [
  ['How do I get my money back?', 'Refunds are issued within 14 days of a return.', 'The office opens at nine.'],
  ['When will my parcel arrive?', 'Delivery takes three working days.', 'Vacation requests go to your manager.'],
  ['I forgot my password', 'Reset your login credentials on the account page.', 'Our cafeteria serves lunch daily.'],
  [
    'How many vacation days do I have?',
    'Employees get 25 days of annual leave.',
    'Laptops are replaced after four years.',
  ],
  ['a puppy is barking', 'the dog makes noise', 'the stock market fell'],
  ['train a machine learning model', 'fitting a neural network to data', 'cook a meal for dinner'],
  ['the car needs a new engine', 'a vehicle with a broken motor', 'the violin concert was sold out'],
  ['should I invest in shares?', 'Buying stocks and bonds for a portfolio', 'The forecast says rain and snow'],
  ['streaming ingestion with Kinesis shards', 'Firehose delivers records of a stream', 'IAM roles grant permissions'],
  ['encrypt objects in a bucket', 'S3 storage with KMS keys', 'A chatbot answers prompts'],
  ['Wie lange dauert der Versand?', 'Der Versand dauert drei Tage.', 'Das Büro öffnet um neun Uhr.'],
  ['the patient was given medicine', 'a doctor treats an illness', 'the train left the station'],
];

describe('an embedding', () => {
  it.each([256, 512, 1024])('of %i places has length 1 and is the same each time', (dimensions) => {
    const vector = embed('Refunds are issued within 14 days.', dimensions);

    expect(vector).toHaveLength(dimensions);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 10);
    expect(vector).toEqual(embed('Refunds are issued within 14 days.', dimensions));
  });

  it.each(TRIPLES)('puts "%s" nearer to "%s" than to "%s"', (text, related, unrelated) => {
    for (const dimensions of [512, 1024]) {
      const at = embed(text, dimensions);

      expect(cosine(at, embed(related, dimensions))).toBeGreaterThan(cosine(at, embed(unrelated, dimensions)) + 0.02);
    }
  });

  it('finds the right one of all answers for most questions', () => {
    const answers = TRIPLES.map(([, related]) => related);
    const right = TRIPLES.filter(([text, related]) => {
      const [best] = [...answers].sort((a, b) => similarity(text, b) - similarity(text, a));
      return best === related;
    });

    expect(right.length).toBeGreaterThanOrEqual(TRIPLES.length - 1);
  });

  it('of a text without words is empty', () => {
    expect(Math.hypot(...embed('…', 256))).toBe(0);
  });
});
