// AssemblyScript (https://www.assemblyscript.org), compiled by `npm run build:kernel`; never compiled by tsc. The loops
// are 128-bit SIMD without fused or relaxed operations, so that every machine rounds alike.

export { encode, tally } from './coding';
export { estep } from './e-step';
export { build, fold } from './product-table';
