import type { Policy } from './section.ts';

export const RETURNS: Policy = {
  id: 'returns',
  title: 'Returns and refunds',
  sections: [
    {
      heading: 'How long you can return',
      text: 'Unused items can be returned within 45 days of delivery. Items bought in a sale can be returned within 14 days, and only for a voucher. Climbing ropes and harnesses cannot be returned once the seal is broken.',
      asked: [
        { question: 'Within how many days can unused items be returned?', answer: '45 days' },
        { question: 'Can I return a climbing rope with a broken seal?', answer: 'cannot be returned' },
        { question: 'Is a jacket from the sale refunded in money?', answer: 'only for a voucher' },
      ],
    },
    {
      heading: 'Cost of sending back',
      text: 'The return label costs 4.90 euros, which we take off the refund. Members send back free of charge. Tents and kayaks are collected at the door for 19 euros.',
      asked: [
        { question: 'What is the price of a return label?', answer: '4.90 euros' },
        { question: 'What does it cost to have a tent collected?', answer: '19 euros' },
        { question: 'Do members pay for what they send back?', answer: 'Members send back free of charge' },
      ],
    },
    {
      heading: 'When the refund arrives',
      text: 'We check a return within 3 working days of its arrival. The refund then goes to the card that paid, and takes 5 working days more. Vouchers are refunded as vouchers.',
      asked: [
        { question: 'How long does the refund to my card take?', answer: '5 working days' },
        {
          question: 'How is an order refunded that was paid with a voucher?',
          answer: 'Vouchers are refunded as vouchers',
        },
      ],
    },
    {
      heading: 'Exchange for another size',
      text: 'Another size is sent as soon as the carrier has scanned what you send back. The price of the first order counts for an exchange, even if it has changed since. An exchange is possible once for each order.',
      asked: [
        { question: 'Which price counts for an exchange?', answer: 'The price of the first order' },
        { question: 'How often can I exchange the same order?', answer: 'once for each order' },
      ],
    },
    {
      heading: 'Damaged on arrival',
      text: 'Report a damaged parcel within 7 days and add a photo. We send a replacement before you give the damaged item back. After 7 days the carrier no longer pays, and we can only offer a repair.',
      asked: [
        { question: 'Until when must I report a damaged parcel?', answer: 'within 7 days' },
        {
          question: 'Do I have to return a damaged item before I get a replacement?',
          answer: 'before you give the damaged item back',
        },
      ],
    },
  ],
};

export const DELIVERY: Policy = {
  id: 'delivery',
  title: 'Delivery',
  sections: [
    {
      heading: 'Delivery time',
      text: 'Orders placed before noon leave the warehouse on the same day. Delivery takes 2 to 4 working days within the country and 5 to 9 days elsewhere in Europe. Delivery to an island takes 3 days longer.',
      asked: [
        { question: 'How long does delivery elsewhere in Europe take?', answer: '5 to 9 days' },
        { question: 'How much longer does delivery to an island take?', answer: '3 days longer' },
      ],
    },
    {
      heading: 'Delivery cost',
      text: 'Delivery costs 5.50 euros and is free from 80 euros on. Free delivery does not hold for items above 30 kilograms, such as roof boxes and kayaks. Their delivery costs 35 euros, for members too.',
      asked: [
        { question: 'From what amount on is delivery free?', answer: '80 euros' },
        { question: 'What does the delivery of a roof box cost members?', answer: '35 euros' },
      ],
    },
    {
      heading: 'Tracking a parcel',
      text: 'You get a link by e-mail when the parcel leaves us. The link shows the first entry after about 12 hours. If tracking shows nothing for 4 days we search for the parcel, and after 10 days we send a new one.',
      asked: [
        { question: 'How many hours until the tracking link shows a first entry?', answer: 'about 12 hours' },
        {
          question: 'When do you send a new parcel if the first one is lost?',
          answer: 'after 10 days we send a new one',
        },
      ],
    },
    {
      heading: 'Pick-up shops',
      text: 'A parcel waits in the pick-up shop for 8 days. Bring an identity card and the code from the e-mail. Somebody else can collect the parcel with a note that you have signed.',
      asked: [
        { question: 'How long does my parcel wait in the pick-up shop?', answer: '8 days' },
        { question: 'Can somebody else collect my parcel?', answer: 'a note that you have signed' },
      ],
    },
    {
      heading: 'Changing or cancelling an order',
      text: 'You can change the address or cancel the order until it is packed, about one hour after you ordered. Later, refuse the parcel at the door. We then refund it without the fee for the label.',
      asked: [
        { question: 'Until when can I cancel an order?', answer: 'until it is packed' },
        { question: 'What happens to a parcel that I refuse at the door?', answer: 'refund it without the fee' },
      ],
    },
  ],
};
