import '@fontsource-variable/inter/wght.css';
import './system/tokens.css';
import './system/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showPreferences } from './app/preferences.ts';
import { begin, Start } from './app/start.tsx';

showPreferences();
begin();

const place = document.getElementById('page');
if (place === null) throw new Error('index.html has no place for the page.');
createRoot(place).render(
  <StrictMode>
    <Start />
  </StrictMode>,
);
// Nobody waits for it.
void import('./session/told-to-reference.ts').then(({ tellReference }) => tellReference());
