import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
import { adoptThemeVariables } from './theme/variables.ts';

// Zod would try whether it may make functions of text; the content security policy forbids it.
z.config({ jitless: true });

adoptThemeVariables();

const place = document.getElementById('root');
if (place === null) throw new Error('There is no #root.');
createRoot(place).render(<App />);
