import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the pages' requests go while they are developed; in production the program itself serves what is built. */
const program = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

export default defineConfig({
  root: here('web'),
  plugins: [react()],
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // The kit changes rarely and the pages often: apart, a new version of ours leaves it in the browser's cache.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'kit', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[\w-]+|dayjs)[\\/]/ },
          ],
        },
      },
    },
  },
  // The address asked for is passed on as it is: the program refuses what comes from another site.
  server: { proxy: { '/api': { target: program, changeOrigin: false } } },
})
