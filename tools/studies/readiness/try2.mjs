import { reliability } from '@cairn/psychometrics';
import { simulateCohort } from './cohort.mjs';
import { allKnowingOracle, officialMargin, ratingsOracle } from './oracle.mjs';
const n=Number(process.argv[2]??100);
const {people,official}=simulateCohort('tuning-3',n);
let t=performance.now(); const margin=officialMargin(official); console.log('margin',performance.now()-t);t=performance.now();
const out=people.map((p,i)=>({passed:p.passed,mine:p.probability,ratings:ratingsOracle(p,margin,'o'+i),all:allKnowingOracle(p,margin,'o'+i)}));
console.log('ms',(performance.now()-t)/n);
for(const k of ['mine','ratings','all']){const r=reliability(out.map(o=>({probability:Math.min(1,Math.max(0,o[k])),passed:o.passed})));console.log(k,r.brier.toFixed(4),r.calibrationError.toFixed(3),r.logLoss.toFixed(4))}
// expected Brier (noise free) using ratings oracle as truth
console.log('extra Brier against ratings oracle', out.reduce((s,o)=>s+(o.mine-o.ratings)**2,0)/n);
