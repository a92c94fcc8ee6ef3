import { describe, expect, it } from 'vitest';
import { strengthsIn } from './testing/catalog-names.ts';

describe('the firm behind a cloud', () => {
  it.each([
    'Last year our app was shown at the AWS retail showcase.',
    'Our first idea won us a seat in the AWS climate cohort.',
    'We write for the AWS machine learning blog now and then.',
    'Two insurers and AWS license our maps.',
    'AWS has bought our sensors since the first year.',
    'We wrote a paper with the robotics group at AWS.',
    'Our atlas was promoted by AWS.',
    'The archive is stored for free by AWS, and schools may copy it.',
  ])('is no cloud that is worked with: %s', (text) => {
    expect(strengthsIn(`Data engineer\n\n${text}\n\nWhat you will do\n- Write Python`)).toEqual({ AWS: 'boilerplate' });
  });

  it.each([
    'AWS hosts our maps.',
    'AWS carries us through the busy weeks.',
    'Our maps are kept in AWS.',
    'Our team works on AWS.',
    'You will write tools for the AWS programme.',
  ])('is told from one that is: %s', (text) => {
    expect(strengthsIn(`Data engineer\n\n${text}\n\nWhat you will do\n- Write Python`)).toEqual({ AWS: 'stack' });
  });
});
