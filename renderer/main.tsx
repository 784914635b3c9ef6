import './without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './frame/app.tsx';
import { listenToKeys } from './keys/keys.ts';
import { startLanguage } from './language.ts';
import { followNews } from './queries.ts';
import { loadPinyin } from './words/initials.ts';
import './styles/tokens.css';
import './styles/frame.css';
import './styles/fields.css';
import './styles/case.css';
import './styles/case-steps.css';
import './styles/record-inputs.css';
import './styles/parts.css';
import './styles/register.css';
import './styles/policy.css';
import './styles/finding.css';
import './styles/sweep.css';
import './styles/calibration.css';
import './styles/printing.css';
import './styles/conflict.css';

startLanguage();
listenToKeys();
followNews();
requestIdleCallback(() => void loadPinyin());

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
