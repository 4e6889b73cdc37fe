import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Every part of the design system on one page, for looking at; never part of the product's build. */
// biome-ignore lint/style/noDefaultExport: vite asks for it.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  build: { outDir: process.env.GALLERY_OUT ?? '../../../dist/gallery', emptyOutDir: true, minify: false },
});
