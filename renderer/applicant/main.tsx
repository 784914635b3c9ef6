import '../without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Look } from '../frame/look.tsx';
import { startLanguage } from '../language.ts';
import { followNews } from '../queries.ts';
import { ApplicantScreen } from './applicant-screen.tsx';
import '../styles/tokens.css';
import '../styles/applicant.css';

/** Base text of the second screen: read from an arm's length. */
const textPx = 22;

startLanguage();
followNews();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Look textPx={textPx}>
      <ApplicantScreen />
    </Look>
  </StrictMode>,
);
