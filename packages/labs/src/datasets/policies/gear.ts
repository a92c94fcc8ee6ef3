import type { Policy } from './section.ts';

export const RENTAL: Policy = {
  id: 'rental',
  title: 'Renting gear',
  sections: [
    {
      heading: 'How long you can rent',
      text: 'Gear is rented by the day, for 2 days at least and 28 days at most. The day of delivery and the day of return are free. For members a weekend counts as one day.',
      asked: [
        { question: 'For how many days can I rent gear at most?', answer: '28 days at most' },
        { question: 'How is a weekend counted for members who rent?', answer: 'a weekend counts as one day' },
      ],
    },
    {
      heading: 'Deposit',
      text: 'We hold a deposit of 20 percent of the new price on your card. The deposit is released 2 days after the gear is back. Who has been a member for a year pays no deposit.',
      asked: [
        { question: 'How high is the deposit?', answer: '20 percent' },
        { question: 'When is the deposit released?', answer: '2 days after the gear is back' },
        { question: 'Do I pay a deposit after a year as a member?', answer: 'pays no deposit' },
      ],
    },
    {
      heading: 'Late return',
      text: 'A late day costs one and a half times the daily rent. From the fourth late day on we treat the gear as bought and keep the deposit. Tell us early, and we try to move the next rental.',
      asked: [
        { question: 'What does a late day cost?', answer: 'one and a half times the daily rent' },
        { question: 'When do you keep the deposit because the gear is late?', answer: 'From the fourth late day on' },
      ],
    },
    {
      heading: 'Damage to rented gear',
      text: 'Normal wear is included in the rent. A broken pole costs 15 euros and a torn mesh 22 euros. Lost gear costs its value of the day, which falls by a tenth each year.',
      asked: [
        { question: 'What do I pay for a broken pole?', answer: '15 euros' },
        { question: 'What does lost gear cost?', answer: 'its value of the day' },
      ],
    },
    {
      heading: 'Cancelling a rental',
      text: 'A rental can be cancelled free of charge up to 72 hours before it begins. Later we keep half of the rent, and on the day itself all of it. Bad weather is no reason for a refund.',
      asked: [
        { question: 'How many hours before it begins can a rental be cancelled?', answer: '72 hours' },
        { question: 'Is bad weather a reason for a refund?', answer: 'Bad weather is no reason' },
        { question: 'How much of the rent do you keep when I cancel late?', answer: 'half of the rent' },
      ],
    },
  ],
};

export const REPAIRS: Policy = {
  id: 'repairs',
  title: 'Guarantee and repairs',
  sections: [
    {
      heading: 'Guarantee',
      text: 'Products of our own have a guarantee of 3 years on material and seams. For zips and soles the guarantee is 1 year. It does not cover burns, cuts and the teeth of dogs.',
      asked: [
        { question: 'How long is the guarantee on seams?', answer: '3 years' },
        { question: 'Is a jacket covered that was burned by sparks?', answer: 'does not cover burns' },
      ],
    },
    {
      heading: 'Repair prices',
      text: 'A patch costs 12 euros and a new zip 28 euros. A repair above 60 euros begins only after you have agreed to the price. Members pay half.',
      asked: [
        { question: 'How much is a new zip?', answer: '28 euros' },
        { question: 'What do members pay for a patch?', answer: 'Members pay half' },
      ],
    },
    {
      heading: 'Repair time',
      text: 'A repair takes about 10 working days in the workshop. From November to January it takes about 20. For 15 euros more an express repair is done within 3 days.',
      asked: [
        { question: 'How long does a repair in the workshop take?', answer: '10 working days' },
        { question: 'How fast is an express repair?', answer: 'within 3 days' },
      ],
    },
    {
      heading: 'Washing and waterproofing',
      text: 'We wash and waterproof a jacket for 18 euros. Bring it dry, because wet jackets go back unwashed. Down jackets are washed, but not waterproofed.',
      asked: [
        { question: 'What does it cost to waterproof a jacket?', answer: '18 euros' },
        { question: 'Can you waterproof a down jacket?', answer: 'not waterproofed' },
      ],
    },
    {
      heading: 'Spare parts',
      text: 'Spare parts such as poles and buckles can be ordered for 10 years after the last sale of a model. For older models they are there as long as stock lasts. Parts for gas stoves are fitted by our workshop alone.',
      asked: [
        { question: 'For how many years can spare parts be ordered?', answer: '10 years' },
        { question: 'May I fit parts of a gas stove myself?', answer: 'fitted by our workshop alone' },
      ],
    },
  ],
};
