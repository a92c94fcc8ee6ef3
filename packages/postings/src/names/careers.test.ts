import { describe, expect, it } from 'vitest';
import { strengthsIn } from './testing/catalog-names.ts';

/** Sentences as letters have them: no heading says how they are meant. */
function strengthsInLetter(sentence: string): Record<string, string> {
  return strengthsIn(`Clerk, Ghent\n\nWe draw maps for cyclists.\n\n${sentence}`);
}

describe('where the people of the house have worked', () => {
  it.each([
    'Our co-founder Mira spent nine years building databases at AWS.',
    'I left AWS in 2019 to draw maps.',
    'Our two founders, who like bread and cheese, came\nout of AWS and wanted to see the sun.',
    'Before this, our founders ran search for AWS.',
    'The head of our team joined from AWS last spring.',
    'Our chief technology officer was at AWS before.',
    'She led the billing team at AWS for a decade.',
    'We met at AWS, where we shared a desk.',
    'You will report to Jonas, who worked at AWS for eight years.',
    'Three ex-AWS engineers started it all.',
    'Your manager will be Lena, previously of AWS.',
    'Two of us once looked after storage at AWS.',
    'My brother was an architect at AWS, and I drew comics.',
    'After twelve years at AWS our founder wanted to be outside.',
    'Our founding team has its roots in AWS.',
    'Our leadership comes from AWS and two airlines.',
    'Priya quit AWS to start this company with me.',
    'Our founder, once an architect with AWS, bakes.',
    'She brought twelve years of AWS with her.',
    'Our engineers have come from places such as AWS and the ferry company.',
  ])('is not asked for: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'boilerplate' });
  });

  it.each(['Half of us come from AWS, the rest from GCP.', 'Our founders met while working at AWS and GCP.'])(
    'may be several: %s',
    (sentence) => {
      expect(strengthsInLetter(sentence)).toEqual({ AWS: 'boilerplate', GCP: 'boilerplate' });
    },
  );

  it.each([
    ['We want people who have worked at length with AWS.', 'required'],
    ['You have spent years on AWS.', 'required'],
    ['We need an engineer who has spent some years building things on AWS.', 'required'],
    ['Our orders come from AWS.', 'stack'],
    ['Most of our traffic comes from AWS.', 'stack'],
    ['Our engineers spent the summer moving maps to AWS.', 'stack'],
    ['Our team has worked with AWS since 2019.', 'stack'],
    ['Our team led the rollout of AWS, which is not done yet.', 'stack'],
    ['Our maps were hosted at AWS from the first day.', 'stack'],
  ])('is neither what they ask for nor what they use: %s', (sentence, strength) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: strength });
  });
});

describe('a job that is named after a cloud', () => {
  it.each([
    'We are looking for an AWS engineer.',
    'Our client needs two senior AWS data engineers.',
    'They are hiring another AWS developer.',
  ])('asks for it: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'required' });
  });

  it('does not where it is nobody they look for', () => {
    expect(strengthsInLetter('You will sit beside our AWS engineers.')).toEqual({ AWS: 'stack' });
  });
});

describe('clouds in the story of the house', () => {
  it.each([
    'We were given a grant by AWS.',
    'Our work is paid from a grant of the nonprofit programme of AWS.',
    'We are part of the AWS startup programme.',
    'Free credits from AWS kept us alive in the first winter.',
    'AWS gave us a donation of credits.',
    'We were accepted into AWS Activate.',
    'Our maps won a prize from AWS.',
    'The city and AWS gave money for the new lab.',
    'Customers rent racks beside the on-ramps to AWS.',
    'Our fibre has direct interconnects with AWS.',
    'AWS hosted our first website.',
    'AWS powered our very first map in 2009.',
    'Our first prototype ran on AWS, before anyone paid for it.',
    'We started out on AWS in 2012.',
    'We once tried AWS and went back to our own racks.',
    'Our CEO gave a talk at AWS re:Invent.',
    'Our office is across the street from AWS.',
    'AWS uses our maps.',
    'Our largest rival is AWS.',
    'AWS was our first customer once it bought our competitor.',
    "We're no AWS.",
  ])('are not asked for: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'boilerplate' });
  });

  it.each([
    ['Our first prototype runs on AWS.', 'stack'],
    ['Our first engineer must know AWS.', 'required'],
    ['You will get started on AWS in your first week.', 'stack'],
    ["You'd run a programme of migrations to AWS.", 'stack'],
    ['AWS was chosen for the new maps.', 'stack'],
    ['We are looking for an AWS engineer to help with a startup programme.', 'required'],
  ])('unlike clouds of today: %s', (sentence, strength) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: strength });
  });

  it.each(['About Sable Orchard', '## About Sable & Sons', 'Who are we?'])('stand below: %s', (heading) => {
    const text = `Clerk\n\n${heading}\nWe draw maps. AWS is a town of clouds to us.\n\nWhat you bring\n- Azure\n`;
    expect(strengthsIn(text)).toEqual({ AWS: 'boilerplate', Azure: 'required' });
  });

  it('do not stand in what is asked of the reader below it', () => {
    expect(strengthsIn('Clerk\n\nAbout Acme\n\nWe draw maps.\n\nYou know AWS well.')).toEqual({ AWS: 'required' });
  });

  it('do not stand below a question about the reader', () => {
    expect(strengthsIn('Clerk\n\nWho are we looking for?\n- People with AWS')).toEqual({ AWS: 'required' });
  });
});
