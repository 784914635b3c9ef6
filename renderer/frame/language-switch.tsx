import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { switchLanguage, useLanguage, useWords } from '../language.ts';

/** Switches at once; nothing entered is touched. The button is written in the language it leads to. */
export function LanguageSwitch(): ReactElement {
  const say = useWords();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      icon={<TranslationOutlined aria-hidden />}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => switchLanguage(other)}
    >
      {say(`language.${other}`)}
    </Button>
  );
}
