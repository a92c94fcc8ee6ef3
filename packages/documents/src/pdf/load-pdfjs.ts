export type Pdfjs = typeof import('unpdf/pdfjs');

/**
 * pdf.js, loaded with the first PDF. In a worker it would take the worker for its own, answer the messages of the page
 * and send it some; it leaves that where there is a `window`, so there is one until it is loaded.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  const isWorker = 'self' in globalThis && !('window' in globalThis) && typeof process === 'undefined';
  if (!isWorker) return import('unpdf/pdfjs');
  Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
  try {
    return await import('unpdf/pdfjs');
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
}
