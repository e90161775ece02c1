import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startWords } from './words/language.ts'

await startWords()
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App />)
