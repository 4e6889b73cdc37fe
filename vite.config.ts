import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The font is asked for before the script runs, so that the first paint may already have it. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        // The page of a public form has no font of ours.
        if (filename.endsWith('form.html')) return html;
        const font = Object.keys(bundle ?? {}).find((name) => /inter-latin-.*\.woff2$/.test(name));
        if (!font) return html;
        return {
          html,
          tags: [
            {
              tag: 'link',
              injectTo: 'head-prepend',
              attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' },
            },
          ],
        };
      },
    },
  };
}

// The grid, the charts and the condition builder load only where they are drawn; the shell stays small and cached.
const groups = [
  { name: 'grid', test: /node_modules\/ag-/ },
  // tslib goes with what needs it: in the chunk of the drawing part the two would import each other and fail.
  { name: 'charts', test: /node_modules\/(echarts|zrender|tslib)/ },
  {
    name: 'builder',
    // With all that only it needs, for the same reason.
    test: /node_modules\/(react-querybuilder|@react-querybuilder|@reduxjs|react-redux|redux|immer|reselect|numeric-quantity)/,
  },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store)\// },
];

export default defineConfig({
  root: 'src/app/web',
  publicDir: false,
  plugins: [react(), preloadFont()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // With their dependencies drawn in, the lazy chunks would hold what the shell needs and load at once.
    rolldownOptions: {
      // Beside the app: the page of public forms, and the script that puts one into another page under a fixed name.
      input: {
        index: 'src/app/web/index.html',
        form: 'src/app/web/form.html',
        embed: 'src/app/web/form/embed.ts',
      },
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { includeDependenciesRecursively: false, groups },
      },
    },
  },
  // The server only takes changes from its own page: it must see the address that the browser sees.
  server: {
    proxy: { '/api': { target: process.env.YINGDAN_API ?? 'http://127.0.0.1:4180', changeOrigin: false } },
  },
});
