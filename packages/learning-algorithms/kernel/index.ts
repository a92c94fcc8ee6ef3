// AssemblyScript (https://www.assemblyscript.org), compiled by `npm run build:kernel`; never compiled by tsc. Each loop
// does the operations of src/trees/kernel/*.ts in the same precision and order, without fused operations, so that both
// give the same bits.

export { logistic } from './gradients';
export { clear, histogram, subtract } from './histogram';
export { encode, partition } from './rows';
export { scan } from './scan';
