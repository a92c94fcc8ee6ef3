export { blueprintOf } from './blueprints.ts';
export { type BankReport, type ContentReport, checkContent, checkContentRoot } from './check.ts';
export type { Fault } from './fault.ts';
export { keepTexts } from './keep-texts.ts';
export type { LoadedItem } from './lint/links.ts';
export { type Content, loadContent } from './load.ts';
export { loadCatalogFolder } from './load-catalog.ts';
export { type LoadedLab, loadLabFolder } from './load-labs.ts';
export { type StaleItem, staleItems } from './stale.ts';
