export { findEducation } from './education.ts';
export { languageOf } from './language.ts';
export { findLocation } from './location.ts';
export { findSalaries } from './salary/index.ts';
export { findSeniority } from './seniority.ts';
export { findWorkMode } from './work-mode.ts';
export { findYears } from './years.ts';
