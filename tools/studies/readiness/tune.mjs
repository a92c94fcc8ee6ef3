import { reliability, LEARNER_DEFAULTS as L } from '@cairn/psychometrics';
import { simulateCohort } from './cohort.mjs';
const n=Number(process.argv[2]??1500);
const V=[[{},{}],[{growth:{perDay:0,activeDays:0}},{}],[{growth:{perDay:.0125,activeDays:14}},{}],[{fadingDays:200},{}],[{fadingDays:250,growth:{perDay:.0125,activeDays:14}},{}],[{difficultySd:.7},{}],[{},{bankShiftSd:.35}],[{weights:{...L.weights,'study-item':.7}},{}],[{weights:{...L.weights,'study-item':.35}},{}],[{prior:{...L.prior,domainSd:.6}},{}],[{prior:{...L.prior,mean:-.3}},{}]];
for(const [constants,options] of V){
  const ps=['tuning-1','tuning-2'].flatMap(s=>simulateCohort(s,n,{constants,options}).people);
  const r=reliability(ps); const m=ps.reduce((a,p)=>a+p.probability,0)/ps.length;
  const e=reliability(ps.filter(p=>p.status==='enough'));
  console.log(JSON.stringify(constants),JSON.stringify(options),r.brier.toFixed(4),r.calibrationError.toFixed(3),'mean',m.toFixed(3),r.passRate.toFixed(3),'enough',e.count,e.brier.toFixed(4),e.calibrationError.toFixed(3));
}
