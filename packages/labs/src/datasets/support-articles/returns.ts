import type { Article } from './article.ts';

export const RETURNS: readonly Article[] = [
  {
    title: 'Return within thirty days',
    text: 'Devices can be returned within thirty days of delivery, also when opened. Print the label under Orders, Return. We refund the price and the first delivery, not the postage of the way back.',
    question: 'Do I get my postage back when I return something?',
    answer: 'not the postage of the way back',
  },
  {
    title: 'Warranty',
    text: 'All devices have a warranty of three years from delivery; batteries have one year. It covers defects, not damage by water or falls. Keep the order number; the box is not needed.',
    question: 'Do I need the original packaging for a warranty claim?',
    answer: 'the box is not needed',
  },
  {
    title: 'When the refund arrives',
    text: 'A refund starts when the parcel reaches our warehouse. Cards take up to five working days, bank transfers up to eight. Vouchers come back as vouchers.',
    question: 'How many days until the money is back on my card?',
    answer: 'up to five working days',
  },
  {
    title: 'A device arrived broken',
    text: 'Send us a photograph within fourteen days and we ship a new one before you send the broken one back. A courier collects the broken device free of charge.',
    question: 'The parcel was damaged and the plug is cracked. Must I post it first?',
    answer: 'ship a new one before you send the broken one back',
  },
  {
    title: 'Exchange for another model',
    text: 'An exchange is a return and a new order, so that the new device is not held up. The difference in price is refunded or charged. Prices of the day of the new order apply.',
    question: 'Which price applies if I swap for a different version?',
    answer: 'Prices of the day of the new order',
  },
  {
    title: 'Return a bundle',
    text: 'A bundle can be returned in part. The discount of the bundle is then spread over its pieces, and we refund what the returned piece cost after the discount.',
    question: 'Can I send back just one thing out of a set?',
    answer: 'can be returned in part',
  },
  {
    title: 'Recycle old devices',
    text: 'We take back any device of ours, whatever its age, free of charge. Remove batteries and tape their poles. Devices of other makers go to the municipal collection.',
    question: 'What should I do with my worn-out sensors?',
    answer: 'take back any device of ours',
  },
  {
    title: 'Lost parcels',
    text: 'If tracking has not moved for seven days, tell us under Orders, Missing. We ask the carrier and send a new parcel after three more days. You need not wait for the result of the search.',
    question: 'Tracking has not changed for a week, what now?',
    answer: 'Orders, Missing',
  },
  {
    title: 'Cancel an order',
    text: 'An order can be cancelled until it is packed, usually within two hours. Afterwards refuse the parcel at the door, and we treat it as a return without postage.',
    question: 'I ordered by mistake yesterday, can I stop it?',
    answer: 'refuse the parcel at the door',
  },
  {
    title: 'Repairs after the warranty',
    text: 'Hubs are repaired for a fixed price of 39 euros for seven years after the last sale of the model. Plugs and sensors are not repaired but recycled, and you get ten per cent off a new one.',
    question: 'How much is it to fix a hub that is out of warranty?',
    answer: '39 euros',
  },
];
