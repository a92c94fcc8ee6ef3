import { describe, expect, it } from 'vitest';
import { dominantLanguages } from './dominant-language.ts';
import { findEntities } from './entities/find.ts';
import { findKeyPhrases } from './key-phrases.ts';
import { findPii } from './pii/find.ts';

const piiOf = (text: string) => findPii(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
const entitiesOf = (text: string) =>
  findEntities(text).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
const phrasesOf = (text: string) => findKeyPhrases(text).map(({ start, end }) => text.slice(start, end));

describe('personal data', () => {
  it.each([
    ['Mail jane.doe@example.com or call (555) 010-1234.', ['EMAIL jane.doe@example.com', 'PHONE (555) 010-1234']],
    ['Call me at +44 20 7946 0958', ['PHONE +44 20 7946 0958']],
    [
      'My card is 4111 1111 1111 1111, cvv 123, expires 09/27',
      ['CREDIT_DEBIT_NUMBER 4111 1111 1111 1111', 'CREDIT_DEBIT_CVV 123', 'CREDIT_DEBIT_EXPIRY 09/27'],
    ],
    ['SSN 123-45-6789', ['SSN 123-45-6789']],
    ['IBAN DE89 3704 0044 0532 0130 00', ['INTERNATIONAL_BANK_ACCOUNT_NUMBER DE89 3704 0044 0532 0130 00']],
    [
      'routing number 021000021, account number 1234567890',
      ['BANK_ROUTING 021000021', 'BANK_ACCOUNT_NUMBER 1234567890'],
    ],
    ['Server 10.0.0.12 at https://example.com/a?b=c.', ['IP_ADDRESS 10.0.0.12', 'URL https://example.com/a?b=c']],
    ['key AKIAIOSFODNN7EXAMPLE', ['AWS_ACCESS_KEY AKIAIOSFODNN7EXAMPLE']],
    ['secret wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', ['AWS_SECRET_KEY wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY']],
    ['username: jdoe, password: hunter2!x', ['USERNAME jdoe', 'PASSWORD hunter2!x']],
    ['Hello, my name is Zaphod Beeblebrox.', ['NAME Zaphod Beeblebrox']],
    ['Ask Maria Garcia, 42 years old.', ['NAME Maria Garcia', 'AGE 42 years old']],
    ['I live at 123 Main Street, Springfield, IL 62701 now', ['ADDRESS 123 Main Street, Springfield, IL 62701']],
    ['VIN 1HGCM82633A004352', ['VEHICLE_IDENTIFICATION_NUMBER 1HGCM82633A004352']],
    ['NHS number 943 476 5919', ['UK_NATIONAL_HEALTH_SERVICE_NUMBER 943 476 5919']],
    ['Passport number X1234567, SWIFT code DEUTDEFF', ['PASSPORT_NUMBER X1234567', 'SWIFT_CODE DEUTDEFF']],
    ['Born on March 3, 1981', ['DATE_TIME March 3, 1981']],
    ['SIN 046 454 286', ['CA_SOCIAL_INSURANCE_NUMBER 046 454 286']],
  ])('in: %s', (text, expected) => {
    expect(piiOf(text)).toEqual(expected);
  });

  it.each([
    'My card is 4111 1111 1111 1112.', // wrong check digit
    'IBAN DE89 3704 0044 0532 0130 01',
    'Order 12345 has 3 items.',
    'Version 1.2.3.400 is out.',
    'Please reset my password as soon as possible.',
    'The part number is 000-12-3456',
    'We met in the office and spoke about the weather.',
  ])('is not seen in: %s', (text) => {
    expect(piiOf(text)).toEqual([]);
  });
});

describe('entities', () => {
  it.each([
    [
      'Jeff Bezos founded Amazon in Seattle in 1994.',
      ['PERSON Jeff Bezos', 'ORGANIZATION Amazon', 'LOCATION Seattle', 'DATE 1994'],
    ],
    [
      'Dr. Watson paid $1,200 for three tickets on 5 May 2024.',
      ['PERSON Watson', 'QUANTITY $1,200', 'QUANTITY three tickets', 'DATE 5 May 2024'],
    ],
    [
      'The University of Basel and Acme Widgets Inc opened an office in New York City.',
      ['ORGANIZATION University of Basel', 'ORGANIZATION Acme Widgets Inc', 'LOCATION New York City'],
    ],
    ['Sales of the iPhone rose 12% on Black Friday', ['COMMERCIAL_ITEM iPhone', 'QUANTITY 12%', 'EVENT Black Friday']],
    [
      'She works for Globex Corporation near Lake Constance',
      ['ORGANIZATION Globex Corporation', 'LOCATION Lake Constance'],
    ],
    [
      'Write to help@example.org about "The Old Man and the Sea"',
      ['OTHER help@example.org', 'TITLE The Old Man and the Sea'],
    ],
    [
      'Amazon.com, Inc. is located in Seattle, WA and was founded July 5th, 1994 by Jeff Bezos',
      ['ORGANIZATION Amazon.com, Inc', 'LOCATION Seattle', 'LOCATION WA', 'DATE July 5th, 1994', 'PERSON Jeff Bezos'],
    ],
    ['The weather is nice. We walked home.', []],
  ])('in: %s', (text, expected) => {
    expect(entitiesOf(text)).toEqual(expected);
  });
});

describe('key phrases', () => {
  it.each([
    ['The quick brown fox jumps over the lazy dog.', ['The quick brown fox', 'the lazy dog']],
    ['The food was great and the waiter brought us fresh bread.', ['The food', 'the waiter', 'fresh bread']],
    ['Machine learning models need clean training data', ['Machine learning models', 'clean training data']],
    ['I like it.', []],
  ])('of: %s', (text, expected) => {
    expect(phrasesOf(text)).toEqual(expected);
  });
});

describe('a long text of one kind', () => {
  it.each(['a', 'A ', '1 ', 'a@', 'A. ', '1234 ', '😀', '"Aa ', 'http://', '12:', 'May ', ' '])(
    'is done with: %s',
    (piece) => {
      const text = piece.repeat(40_000 / piece.length);

      expect(() => [findPii(text), findEntities(text), findKeyPhrases(text), dominantLanguages(text)]).not.toThrow();
    },
  );
});
