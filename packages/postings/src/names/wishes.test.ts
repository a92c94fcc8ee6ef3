import { describe, expect, it } from 'vitest';
import { strengthsIn } from './testing/catalog-names.ts';

/** Sentences as letters have them: no heading says how they are meant. */
function strengthsInLetter(sentence: string): Record<string, string> {
  return strengthsIn(`Clerk, Ghent\n\nWe draw maps for cyclists.\n\n${sentence}`);
}

function strengthsInList(item: string): Record<string, string> {
  return strengthsIn(`Clerk\n\nRequirements\n- ${item}\n`);
}

describe('what helps', () => {
  it.each([
    'Exposure to AWS helps.',
    'Exposure to Kafka or AWS helps, as does a sense of direction.',
    'AWS helps.',
    'Some AWS will help, too.',
    'Kafka and AWS help.',
    'Knowledge of AWS certainly helps here.',
    'A background in AWS goes a long way.',
    'AWS counts in your favour.',
    "It'd be ideal if you had built something on AWS.",
    "It would be brilliant if you'd deployed to AWS before.",
    'Experience with Kafka or AWS would be handy, but neither is expected.',
    'Any AWS you bring with you is a gift.',
    "We won't say no to AWS.",
    'You might know AWS, too.',
    'Whoever knows AWS has an easier start.',
  ])('is a wish: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'preferred' });
  });

  it('is one only where the clause ends with it', () => {
    expect(strengthsInLetter('AWS helps us to draw maps faster.')).toEqual({ AWS: 'stack' });
    expect(strengthsInLetter('You know AWS, and a calm voice helps.')).toEqual({ AWS: 'required' });
    expect(strengthsInList('AWS, and a team that helps its neighbours')).toEqual({ AWS: 'required' });
    expect(strengthsInLetter('Our maps run on AWS, and it helps cyclists.')).toEqual({ AWS: 'stack' });
    expect(strengthsInLetter('It helps a little to have seen AWS.')).toEqual({ AWS: 'preferred' });
    expect(strengthsInLetter('As you may know, our maps run on AWS.')).toEqual({ AWS: 'stack' });
  });

  it.each([
    'AWS is assumed.',
    'AWS goes without saying.',
    'We take AWS for granted.',
    "We won't teach you AWS, so bring it along.",
    'Without AWS you would be lost here.',
  ])('is less than what nobody says aloud: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'required' });
  });
});

describe('what need not be known', () => {
  it.each([
    'You need not have worked with AWS.',
    "You don't need to have any experience in AWS.",
    "We don't expect you to know AWS.",
    'Questions of access (AWS) are with the security team and not part of this job.',
    'AWS is out of scope.',
    "Looking after AWS is somebody else's job.",
  ])('is not asked for: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'boilerplate' });
  });

  it.each([
    'Our maps run on EKS, and drawing reads from S3; a team in Bonn looks after that, so you need not have used it.',
    "Our maps run on AWS; you don't have to have used it.",
    'Our maps are kept on AWS, and nobody expects you to know it.',
  ])('may be what the house uses: %s', (sentence) => {
    expect(strengthsInLetter(sentence)).toEqual({ AWS: 'stack' });
  });
});

describe('a cloud that is liked best', () => {
  it.each([
    'Three years of public cloud. Ideally AWS, but Azure is fine as well',
    'Preferably AWS, though Azure is okay, too',
    'AWS preferred, but Azure would do',
    'Experience with AWS (preferred) or Azure',
    'Cloud experience, AWS for preference, Azure also accepted',
    'Either AWS or Azure, preferably AWS',
  ])('leaves the other: %s', (item) => {
    expect(strengthsInList(item)).toEqual({ AWS: 'one-of', Azure: 'one-of' });
  });

  it('is a wish where no other would do', () => {
    expect(strengthsInList('Python, ideally with AWS')).toEqual({ AWS: 'preferred' });
    expect(strengthsInList('Ideally some AWS or Azure')).toEqual({ AWS: 'preferred', Azure: 'preferred' });
    expect(strengthsInList('AWS and Azure; work from home is fine')).toEqual({ AWS: 'required', Azure: 'required' });
    expect(strengthsInList('AWS and Azure are fine tools, and you know both')).toEqual({
      AWS: 'required',
      Azure: 'required',
    });
  });
});

describe('a wish among the items of a list', () => {
  it.each([
    '   - Kafka is a plus\n   - AWS',
    '  1. Kafka is a plus\n  2. AWS',
    'a) A diploma preferred\nb) AWS',
    '   c) A diploma preferred\n   d) AWS',
  ])('heads nothing: %s', (items) => {
    expect(strengthsIn(`Clerk\n\nRequirements\n${items}\n`)).toEqual({ AWS: 'required' });
  });

  it('is a heading where the items below have another mark', () => {
    expect(strengthsIn('Clerk\n\nRequirements\n1. Python\n\nB) Would be lovely\n- AWS')).toEqual({ AWS: 'preferred' });
  });
});
