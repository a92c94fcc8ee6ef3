import type { Article } from './article.ts';

export const PRIVACY: readonly Article[] = [
  {
    title: 'What is stored where',
    text: 'Measurements are kept on the hub and, with Plus, on our servers in Finland and Ireland. Without Plus nothing leaves the house but the state of updates. Passwords are stored only as a hash.',
    question: 'In which countries are your servers?',
    answer: 'Finland and Ireland',
  },
  {
    title: 'How long data is kept',
    text: 'The hub keeps readings of each minute for thirty days and of each hour for five years. On our servers the same limits apply. You can shorten both under Privacy, Storage.',
    question: 'For how many days can I see my use minute by minute?',
    answer: 'thirty days',
  },
  {
    title: 'Export your data',
    text: 'Under Privacy, Export you get all your data as CSV and JSON files. Large exports take up to one day. The link in the e-mail is valid for a week.',
    question: 'In what format can I download my readings?',
    answer: 'CSV and JSON',
  },
  {
    title: 'Who can see your data',
    text: 'Our support staff see your data only after you allowed it with a code, for two hours. Nobody else has access. Each access is listed under Privacy, Log.',
    question: 'Can an employee of yours look at my consumption?',
    answer: 'only after you allowed it with a code',
  },
  {
    title: 'Use of data for forecasts',
    text: 'Forecasts are trained on readings of homes whose owners agreed. Names and addresses are removed before. You can withdraw under Privacy, Learning; models are trained anew each month without you.',
    question: 'How do I stop my readings from being used to train models?',
    answer: 'Privacy, Learning',
  },
  {
    title: 'Voice assistants',
    text: 'A voice assistant gets the names of your devices and whether they are on, nothing else. The link can be cut under Home, Assistants. Recordings never pass through our servers.',
    question: 'What does the speaker in my kitchen learn about my home?',
    answer: 'the names of your devices and whether they are on',
  },
  {
    title: 'Requests by authorities',
    text: 'We hand data to authorities on the order of a court alone, and tell you unless the court forbids it. In the past year there were two such orders. The yearly report lists them.',
    question: 'Do you give information to the police?',
    answer: 'on the order of a court alone',
  },
  {
    title: 'Children and guests',
    text: 'An account needs an age of sixteen years. Younger members of the family can use wall switches and a profile without an e-mail address. Profiles of children are never used for learning.',
    question: 'From what age can somebody have a login?',
    answer: 'sixteen years',
  },
  {
    title: 'Security reports',
    text: 'Whoever finds a weakness can write to the security desk and gets an answer within two working days. We pay for confirmed reports and name the finder on request. Please give us ninety days before you publish.',
    question: 'How quickly do you respond to a reported vulnerability?',
    answer: 'within two working days',
  },
  {
    title: 'Local mode',
    text: 'In local mode the hub cuts every connection to the outside and works in your network alone. Remote control, forecasts and updates stop. Turn it on under Privacy, Local mode; it needs no Plus.',
    question: 'Can I run everything without the internet?',
    answer: 'In local mode',
  },
];
