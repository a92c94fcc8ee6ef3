/** Topics of a help desk: each is a direction from the middle of the map, in degrees counter-clockwise from the right. Names stand a little aside of the texts. */
export const TOPICS = [
  { id: 'delivery', name: 'delivery', degrees: 20, nameDegrees: 38 },
  { id: 'returns', name: 'returns', degrees: 80, nameDegrees: 91 },
  { id: 'payment', name: 'payment', degrees: 140, nameDegrees: 133 },
  { id: 'login', name: 'login', degrees: 235, nameDegrees: 223 },
  { id: 'product', name: 'sound', degrees: 305, nameDegrees: 317 },
] as const;
export type TopicId = (typeof TOPICS)[number]['id'];

export type MapText = {
  readonly text: string;
  readonly topic: TopicId;
  /** Direction, in degrees: what the text is about. */
  readonly degrees: number;
  /** Distance from the middle: how much the text says. */
  readonly length: number;
};

const of = (topic: TopicId, rows: readonly (readonly [string, number, number])[]): MapText[] =>
  rows.map(([text, degrees, length]) => ({ text, topic, degrees, length }));

/** Forty words and sentences, placed by hand: about the same thing in the same direction, longer texts further out. */
export const TEXTS: readonly MapText[] = [
  ...of('delivery', [
    ['parcel', 16, 0.3],
    ['courier', 27, 0.34],
    ['tracking', 10, 0.42],
    ['late parcel', 22, 0.52],
    ['Where is my parcel?', 14, 0.63],
    ['When will it be delivered?', 31, 0.68],
    ['The courier left it with a neighbour.', 7, 0.8],
    ['My parcel is late and the tracking page has not changed for days.', 21, 0.95],
  ]),
  ...of('returns', [
    ['return', 77, 0.3],
    ['exchange', 88, 0.36],
    ['return label', 68, 0.47],
    ['send it back', 81, 0.5],
    ['Can I return it?', 74, 0.6],
    ['The box was opened; may I return it?', 85, 0.74],
    ['Where do I print the return label?', 65, 0.78],
    ['I want to send the headphones back, because the box came damaged.', 78, 0.94],
  ]),
  ...of('payment', [
    ['invoice', 150, 0.32],
    ['refund', 116, 0.33],
    ['card declined', 146, 0.48],
    ['money back', 111, 0.45],
    ['When do I get my money back?', 118, 0.66],
    ['I was charged twice.', 138, 0.62],
    ['The invoice shows the wrong company.', 155, 0.77],
    ['The refund for my return has not reached my card after two weeks.', 114, 0.93],
  ]),
  ...of('login', [
    ['password', 230, 0.31],
    ['sign in', 240, 0.35],
    ['locked out', 224, 0.46],
    ['reset link', 247, 0.5],
    ['I forgot my password.', 232, 0.62],
    ['The reset link has expired.', 250, 0.69],
    ['Why is my account locked?', 221, 0.72],
    ['I cannot sign in, although I changed my password this morning.', 237, 0.92],
  ]),
  ...of('product', [
    ['headphones', 316, 0.33],
    ['noise', 297, 0.3],
    ['battery', 328, 0.44],
    ['left side silent', 300, 0.52],
    ['How do I charge them?', 331, 0.64],
    ['There is a hiss on the left.', 294, 0.7],
    ['The battery lasts only two hours.', 324, 0.77],
    ['One side went silent after a week, and turning it off and on did not help.', 303, 0.95],
  ]),
];
