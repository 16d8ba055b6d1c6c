import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { SCREEN_FACES } from './build/screen-faces.ts';

/** The screen: renderer/ becomes out/renderer/, served by Electron and by the loopback desk. */
export default defineConfig({
  root: 'renderer',
  base: './',
  resolve: { alias: { '@screen-faces': SCREEN_FACES } },
  plugins: [react()],
  // HarfBuzz is loaded by a top-level await, which only modules may have.
  worker: { format: 'es' },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // Data addresses would need a wider content policy; the files are local anyway.
    assetsInlineLimit: 0,
  },
});
