import { Command } from 'commander';
import { calibrate } from '../irt/calibrate.ts';
import { score } from '../irt/score.ts';
import { simulateCat } from '../irt/simulate-cat.ts';

export const irt = new Command('irt')
  .description('Item response theory: calibrate items, score persons, simulate adaptive tests.')
  .addCommand(calibrate)
  .addCommand(score)
  .addCommand(simulateCat);
