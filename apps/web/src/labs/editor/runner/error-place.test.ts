import { describe, expect, it } from 'vitest';
import { faultOf, placeIn, rememberCall } from './error-place.ts';

const ADDRESS = 'blob:http://127.0.0.1:4280/5b1c';

describe('the line of an error', () => {
  it.each([
    ['Chromium', `Error: x\n    at f (http://h/assets/a.js:1:999)\n    at async ${ADDRESS}:7:3`],
    ['Firefox', `f@http://h/assets/a.js:1:999\n@${ADDRESS}:7:3\n`],
  ])('is the innermost of the program, in %s', (_, stack) => {
    expect(placeIn(stack, ADDRESS)).toEqual({ line: 7, column: 3 });
  });

  it('of a client is where the client was called, if its own stack knows nothing of the program', () => {
    const error = Object.assign(new Error('The bucket does not exist'), { name: 'NoSuchBucket', stack: 'elsewhere' });
    rememberCall(error, `Error: called here\n    at ${ADDRESS}:12:20`);

    expect(faultOf(error, ADDRESS)).toEqual({
      message: 'NoSuchBucket: The bucket does not exist',
      place: { line: 12, column: 20 },
    });
  });

  it('is not known of what is no error', () => {
    expect(faultOf({ code: 3 }, ADDRESS)).toEqual({ message: 'Thrown: { code: 3 }', place: undefined });
  });
});
