import type { Article } from './article.ts';

export const BILLING: readonly Article[] = [
  {
    title: 'When your subscription is charged',
    text: 'Fernlight Plus is charged on the day of the month on which you joined. If a month lacks that day, we charge on its last day. The invoice arrives by e-mail within an hour.',
    question: 'On which date does the money leave my account each month?',
    answer: 'the day of the month on which you joined',
  },
  {
    title: 'Change the payment method',
    text: 'Open Account, Payment and add the new card before you remove the old one. Bank transfer is possible for yearly plans only. A change within two days of the next charge takes effect a month later.',
    question: 'Can I pay by bank transfer?',
    answer: 'for yearly plans only',
  },
  {
    title: 'A payment has failed',
    text: 'When a charge fails we try again after three and after seven days. Plus functions stay on during this time. After the third failure the subscription pauses, and nothing is deleted.',
    question: 'What happens if my card was declined?',
    answer: 'try again after three and after seven days',
  },
  {
    title: 'Switch between monthly and yearly',
    text: 'A switch to the yearly plan takes effect at once, and the days already paid are credited. A switch to the monthly plan waits until the paid year has ended.',
    question: 'If I go back to paying per month, when does that start?',
    answer: 'until the paid year has ended',
  },
  {
    title: 'Download invoices',
    text: 'All invoices of the past ten years are under Account, Invoices, as PDF files. A company name and tax number can be added to future invoices, but not to those already issued.',
    question: "Can you put our tax number on last month's invoice?",
    answer: 'not to those already issued',
  },
  {
    title: 'Vouchers and gift codes',
    text: 'A voucher is redeemed under Account, Voucher and is used before your card is charged. Two vouchers cannot be combined in one month. A gift code is valid for two years from its purchase.',
    question: 'How long can a gift code be used?',
    answer: 'two years from its purchase',
  },
  {
    title: 'Price changes',
    text: 'We announce a change of price at least sixty days ahead by e-mail. Who pays yearly keeps the old price until the year is over. You may cancel without notice before the new price applies.',
    question: 'How early will I hear about a price increase?',
    answer: 'at least sixty days ahead',
  },
  {
    title: 'What Plus costs',
    text: 'Plus costs 4.90 euros a month or 49 euros a year for one home. Each further home costs 2 euros a month. The hub works without Plus; forecasts and tariffs that change by the hour need it.',
    question: 'What is the monthly price for a second home?',
    answer: '2 euros a month',
  },
  {
    title: 'Student and hardship discount',
    text: 'Students and households with an energy hardship certificate pay half. Send a photograph of the document under Account, Discount. The discount lasts twelve months and can be renewed.',
    question: 'Is there a reduction for people who study?',
    answer: 'pay half',
  },
  {
    title: 'Cancel the subscription',
    text: 'You can cancel under Account, Plan at any time, to the end of the paid period. You get an e-mail that confirms the date. Your data stays readable for ninety days afterwards.',
    question: 'For how long can I read my data after I quit?',
    answer: 'ninety days',
  },
];
