import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import './ui/emoji.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
