import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import type { ReactElement } from 'react';
import { useMayCall } from '../../frame/session.ts';
import { switchLanguage, useLanguage, useWords } from '../../language.ts';
import { setTextPx, textSizesPx, useTextPx } from '../../settings.ts';
import { PacksPanel } from '../policy/packs-panel.tsx';
import { KeyTable } from './key-table.tsx';

/** What a clerk may set for this computer: language and text size; and the keys to read up on. */
export function SettingsScreen(): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const textPx = useTextPx();
  const may = useMayCall();
  return (
    <section className="sheet" aria-labelledby="settings-title">
      <h1 id="settings-title">{say('place.settings')}</h1>
      <fieldset className="card">
        <legend>{say('settings.language')}</legend>
        <Radio.Group
          name="language"
          aria-label={say('settings.language')}
          value={language}
          onChange={(event) => switchLanguage(event.target.value)}
        >
          <Radio value="zh">{say('language.zh')}</Radio>
          <Radio value="en">{say('language.en')}</Radio>
        </Radio.Group>
      </fieldset>
      <fieldset className="card">
        <legend>{say('settings.textSize')}</legend>
        <Radio.Group
          name="text-size"
          aria-label={say('settings.textSize')}
          value={textPx}
          onChange={(event) => setTextPx(event.target.value)}
        >
          {textSizesPx.map((sizePx) => (
            <Radio key={sizePx} value={sizePx}>
              {say('settings.px', { size: sizePx })}
            </Radio>
          ))}
        </Radio.Group>
        <p style={{ fontSize: textPx }}>{say('settings.sample')}</p>
      </fieldset>
      {may('calibration.list') ? (
        <section className="card" aria-label={say('printPlace.title')}>
          <h2>{say('printPlace.title')}</h2>
          <p className="quiet">{say('printPlace.lead')}</p>
          <Link to="/settings/printing">{say('printPlace.open')}</Link>
        </section>
      ) : null}
      {may('calibration.list') ? (
        <section className="card" aria-label={say('calibration.title')}>
          <h2>{say('calibration.title')}</h2>
          <p className="quiet">{say('calibration.lead')}</p>
          <Link to="/settings/calibration">{say('calibration.open')}</Link>
        </section>
      ) : null}
      <PacksPanel />
      <section className="card" aria-label={say('keys.title')}>
        <h2>{say('keys.title')}</h2>
        <KeyTable />
      </section>
    </section>
  );
}
