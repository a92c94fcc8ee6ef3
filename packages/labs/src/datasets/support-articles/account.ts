import type { Article } from './article.ts';

export const ACCOUNT: readonly Article[] = [
  {
    title: 'Reset your password',
    text: 'Choose Forgot password on the sign-in page and open the link that we send. The link works once and for thirty minutes. We never ask for a password by telephone.',
    question: 'How long is the link for a new password valid?',
    answer: 'thirty minutes',
  },
  {
    title: 'Sign in with two factors',
    text: 'Turn two-factor sign-in on under Account, Security with any authenticator app. Keep the eight recovery codes in a safe place. If you lose both, proof of identity by post takes about ten days.',
    question: 'I lost my phone and the codes, how long does recovery take?',
    answer: 'about ten days',
  },
  {
    title: 'Invite your family',
    text: 'Up to six people can share a home. Invite them under Home, People; each gets an account of their own. Guests can switch devices but cannot see consumption.',
    question: 'Can visitors see how much power we use?',
    answer: 'cannot see consumption',
  },
  {
    title: 'Change the e-mail address',
    text: 'Enter the new address under Account, Profile and confirm it from both the old and the new mailbox. If the old mailbox is gone, the support desk confirms the change with a video call.',
    question: 'I no longer have my old mailbox, how can I change my address?',
    answer: 'a video call',
  },
  {
    title: 'Delete your account',
    text: 'Deleting an account removes all homes that it owns after fourteen days. Until then signing in again stops the deletion. Invoices are kept for ten years, as the law demands.',
    question: 'Can I change my mind after I asked to remove my account?',
    answer: 'signing in again stops the deletion',
  },
  {
    title: 'Language and units',
    text: 'The app follows the language of the telephone. Units can be set apart from it under Account, Display: degrees Celsius or Fahrenheit, kilowatt hours or megajoules.',
    question: 'How do I show Fahrenheit instead of Celsius?',
    answer: 'Account, Display',
  },
  {
    title: 'Hand a home to somebody else',
    text: 'When you sell your house, choose Home, Hand over and enter the e-mail address of the new owner. They accept within thirty days. Your own history is removed at that moment.',
    question: 'We sold our house, how does the new owner take over the system?',
    answer: 'Home, Hand over',
  },
  {
    title: 'Locked after wrong passwords',
    text: 'After five wrong passwords an account is locked for fifteen minutes. More attempts do not lengthen the lock. A new password ends it at once.',
    question: 'How many tries do I have before I am shut out?',
    answer: 'five wrong passwords',
  },
  {
    title: 'Devices signed in to your account',
    text: 'Under Account, Security, Sessions you see each telephone and browser that is signed in. End a session there if you lost a telephone. Sessions that were not used for ninety days end by themselves.',
    question: 'My phone was stolen, how do I sign it out?',
    answer: 'End a session there',
  },
  {
    title: 'Use the API',
    text: 'Plus members can create up to three access tokens under Account, Developers. A token can read or switch, and allows 60 requests a minute. A token is shown once and cannot be shown again.',
    question: 'How many requests per minute does the interface allow?',
    answer: '60 requests a minute',
  },
];
