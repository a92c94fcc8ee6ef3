import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

it('lets as many in as it says, and the others in their order as some leave', async () => {
  const gate = new Gate(2);
  const entered: number[] = [];
  const enter = async (n: number) => {
    await gate.enter();
    entered.push(n);
  };

  const all = [1, 2, 3, 4].map(enter);
  await Promise.all(all.slice(0, 2));
  expect(entered).toEqual([1, 2]);
  gate.leave();
  await all[2];
  expect(entered).toEqual([1, 2, 3]);
  gate.leave();
  await all[3];
  gate.leave();
  gate.leave();

  await Promise.all([enter(5), enter(6)]);
  expect(entered).toEqual([1, 2, 3, 4, 5, 6]);
});
