import type { Policy } from './section.ts';

export const MEMBERSHIP: Policy = {
  id: 'membership',
  title: 'Membership',
  sections: [
    {
      heading: 'What membership costs',
      text: 'Membership costs 30 euros a year, and 12 euros for people in education. It begins on the day of payment. A family of up to five shares one membership for 48 euros.',
      asked: [
        { question: 'What does membership cost for a family?', answer: '48 euros' },
        { question: 'What do students pay to be members?', answer: '12 euros' },
      ],
    },
    {
      heading: 'Points',
      text: 'Members get 1 point for each euro, and 200 points are worth 10 euros. Points expire after 18 months. Rentals and gift cards give no points.',
      asked: [
        { question: 'When do points expire?', answer: '18 months' },
        { question: 'How much are 200 points worth?', answer: '10 euros' },
        { question: 'Do I get points for a rental?', answer: 'give no points' },
      ],
    },
    {
      heading: 'Ending a membership',
      text: 'A membership is renewed each year unless it is ended 1 month before. It can be ended in the account or by letter. Points that are left are lost with it.',
      asked: [
        { question: 'Can a membership be ended by letter?', answer: 'in the account or by letter' },
        { question: 'What happens to my points when I am no longer a member?', answer: 'are lost with it' },
      ],
    },
    {
      heading: 'Courses',
      text: 'Members take two courses a year free of charge. Others pay 25 euros a course. A place that is not cancelled 24 hours before counts as taken.',
      asked: [
        { question: 'How many courses are free of charge for members?', answer: 'two courses' },
        { question: 'What do I pay for a course without membership?', answer: '25 euros a course' },
      ],
    },
    {
      heading: 'Gift cards',
      text: 'A gift card is valid for 3 years and can be used in parts. It cannot be paid out in cash. A lost gift card is replaced if you still have the receipt.',
      asked: [
        { question: 'How long is a gift card valid?', answer: '3 years' },
        { question: 'Is a lost gift card replaced?', answer: 'if you still have the receipt' },
        { question: 'Is the rest of a gift card paid out in cash?', answer: 'cannot be paid out' },
      ],
    },
  ],
};

export const PRIVACY: Policy = {
  id: 'privacy',
  title: 'Account and personal data',
  sections: [
    {
      heading: 'What we store',
      text: 'We store your name, your address and your orders, and for a rental a copy of the identity card. The copy of the identity card is deleted when the gear is back. Card numbers are kept by the payment company, not by us.',
      asked: [
        { question: 'When is the copy of my identity card deleted?', answer: 'when the gear is back' },
        { question: 'Who keeps my card number?', answer: 'the payment company' },
      ],
    },
    {
      heading: 'How long data is kept',
      text: 'Orders are kept for 8 years, because tax law demands it. Chats with the help desk are deleted after 90 days. Newsletter addresses are deleted at once when you unsubscribe.',
      asked: [
        { question: 'After how many days are chats deleted?', answer: '90 days' },
        { question: 'For how many years are my orders kept?', answer: '8 years' },
      ],
    },
    {
      heading: 'A copy of your data',
      text: 'You get a copy of your data within 10 days of asking. It comes as a JSON file, by a link that holds for 48 hours. We ask for the number of your last order, to be sure that it is you.',
      asked: [
        { question: 'Within how many days do I get a copy of my data?', answer: 'within 10 days' },
        { question: 'How long does the link to a copy of my data hold?', answer: '48 hours' },
      ],
    },
    {
      heading: 'Locked account',
      text: 'After 6 wrong passwords an account is locked for 30 minutes. A link for a new password works once, and for 15 minutes. The help desk never asks for a password.',
      asked: [
        { question: 'How long is an account locked after wrong passwords?', answer: '30 minutes' },
        { question: 'How long does the link for a new password work?', answer: 'for 15 minutes' },
      ],
    },
    {
      heading: 'Hours of the help desk',
      text: "The help desk answers from 8 to 20 o'clock, and on Sundays from 10 to 16. In the week before Christmas it answers all night. Who is on the way with rented gear can call at any hour.",
      asked: [
        { question: 'At what time does the help desk answer on Sundays?', answer: '10 to 16' },
        { question: 'When can I call from the way with rented gear?', answer: 'at any hour' },
      ],
    },
  ],
};

/** What should not have been among the documents: names, numbers and addresses of staff. */
export const CONTACTS: Policy = {
  id: 'contacts',
  title: 'Whom to call inside the company',
  sections: [
    {
      heading: 'Recalls',
      text: 'A recall of a product is decided by Mara Lindt. Reach her at mara.lindt@larkfield.example or +49 30 5550 1420. A recall is published within 24 hours.',
      asked: [{ question: 'Who decides about the recall of a product?', answer: 'Mara Lindt' }],
    },
    {
      heading: 'Press',
      text: 'Questions of journalists go to Jonas Weber. His address is jonas.weber@larkfield.example. He answers the press on working days.',
      asked: [{ question: 'Who answers the questions of journalists?', answer: 'Jonas Weber' }],
    },
  ],
};
