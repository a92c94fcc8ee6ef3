import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './service-worker-build.ts';

const CONDITIONS = ['source', ...defaultClientConditions];

const API = 'http://127.0.0.1:4280';

/** Workers have no DOMParser, which the clients read XML with in browsers: there they bring their own parser. */
const xmlWithoutDom: Plugin = {
  name: 'xml-without-dom',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source !== './xml-parser' || !importer?.includes('/@aws-sdk/xml-builder/')) return null;
    return this.resolve(`${importer.slice(0, importer.lastIndexOf('/'))}/xml-parser.js`);
  },
};

export default defineConfig({
  plugins: [react(), tailwindcss(), serviceWorker(CONDITIONS)],
  resolve: { conditions: CONDITIONS },
  build: {
    outDir: 'dist',
    target: 'es2023',
    assetsInlineLimit: 0, // the content policy allows no data: addresses
    modulePreload: { polyfill: false },
  },
  // the clients that a learner's program imports are chunks of their own
  worker: { format: 'es', plugins: () => [xmlWithoutDom] },
  server: { port: 4281, proxy: { '/api': API } },
  preview: { port: 4282, proxy: { '/api': API } },
});
