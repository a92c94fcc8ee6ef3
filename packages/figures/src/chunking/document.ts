/** A handbook page of about four hundred words: headings, and the sentences below them. */
export const SECTIONS = [
  {
    heading: 'Returns',
    sentences: [
      'Most articles can be sent back within 30 days of delivery, unused and in the original box.',
      'Print the return label from your account and hand the parcel to any post office.',
      'We check what comes back within three working days.',
      'Headphones and other things that are worn in or on the ear are an exception.',
      'Once their seal is broken, they can be sent back for only 14 days, and we keep 10 percent for cleaning.',
      'If an article was damaged when it arrived, none of these limits apply.',
      'Send us a photograph of the damage and of the box, and we collect the parcel from your door.',
    ],
  },
  {
    heading: 'Refunds',
    sentences: [
      'A refund goes back to the card or account that paid.',
      'We start it on the day on which the returned article was checked.',
      'Card companies need another five to ten days before the money shows on a statement.',
      'Gift cards are never paid out; their value returns to the gift card.',
      'Delivery charges are refunded only when the whole order comes back.',
      'The outgoing postage of a single article stays with you, and so does express shipping.',
      'If two weeks have passed and no money has arrived, write to us with the order number.',
    ],
  },
  {
    heading: 'Warranty',
    sentences: [
      'Every article has a warranty of two years from the day of delivery.',
      'It covers faults of material and of manufacture, such as one side of a pair of headphones going silent.',
      'It does not cover batteries, which lose capacity with use.',
      'For batteries a separate warranty of six months applies, and only below 60 percent of the first capacity.',
      'To make a claim you need the serial number, which is printed inside the lid of the case.',
      'Open the case, write the number down, and enter it on the claims page together with a short description.',
      'Repairs take about ten days, and the shipping of a repair is free in both directions.',
    ],
  },
  {
    heading: 'Delivery',
    sentences: [
      'Orders placed before noon leave our store on the same working day.',
      'Standard delivery takes two to four days, express delivery one.',
      'Islands and mountain villages can take two days longer.',
      'You can follow a parcel on the tracking page from the evening on.',
      'If nobody is at home, the courier tries a second time and then leaves the parcel at a collection point.',
      'There it waits for seven days before it travels back to us.',
      'A parcel that has not moved for five days counts as lost, and we send the order again at no cost.',
    ],
  },
] as const;

/** Questions with the words of the document that answer them: both parts are needed for a right answer. */
export const QUESTIONS = [
  {
    id: 'headphones',
    text: 'How many days do I have to send opened headphones back?',
    from: 'Headphones and other things',
    to: 'for cleaning.',
  },
  {
    id: 'battery',
    text: 'Is a weak battery covered by the warranty?',
    from: 'It does not cover batteries,',
    to: 'of the first capacity.',
  },
  {
    id: 'lost',
    text: 'What happens when nobody is at home and the parcel goes to a collection point?',
    from: 'If nobody is at home,',
    to: 'travels back to us.',
  },
] as const;
export type QuestionId = (typeof QUESTIONS)[number]['id'];
