export type { DocumentFormat, DocumentPart, DocumentSource, DocumentText } from './document.ts';
export { type DocumentLimits, USUAL_LIMITS } from './limits.ts';
export { readDocument } from './read-document.ts';
