import { describe, expect, it } from 'vitest';
import { actionOf, type Pressed } from './typing-keys.ts';

const press = (key: string, more: Partial<Pressed> = {}) =>
  actionOf({
    ...{ key, isControl: false, isOther: false, text: 'aws s3 ls', from: 9, to: 9, isLeaving: false, isRunning: false },
    ...more,
  });

describe('the keys of the command line', () => {
  it('run a whole command with Enter, and go on in the next line of one that is not', () => {
    expect(press('Enter')).toBe('run');
    expect(press('Enter', { text: 'cat > a.json <<EOF\n{}' })).toBeUndefined();
    expect(press('Enter', { text: 'aws s3 ls \\' })).toBeUndefined();
  });

  it('never hold the focus: Tab leaves an empty line, and any line after Escape', () => {
    expect(press('Tab')).toBe('complete');
    expect(press('Tab', { text: '' })).toBeUndefined();
    expect(press('Tab', { isLeaving: true })).toBeUndefined();
    expect(press('Tab', { isOther: true })).toBeUndefined();
  });

  it('move within several lines before they go through the history', () => {
    expect(press('ArrowUp', { text: 'one\ntwo', from: 5, to: 5 })).toBeUndefined();
    expect(press('ArrowUp', { text: 'one\ntwo', from: 1, to: 1 })).toBe('earlier');
    expect(press('ArrowDown', { text: 'one\ntwo', from: 5, to: 5 })).toBe('later');
  });

  it('copy with Control C what is selected, and stop what runs otherwise', () => {
    expect(press('c', { isControl: true, isRunning: true })).toBe('stop');
    expect(press('c', { isControl: true, isRunning: true, from: 0 })).toBeUndefined();
    expect(press('c', { isControl: true })).toBeUndefined();
  });
});
