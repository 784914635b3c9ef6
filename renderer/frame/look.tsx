import { DownOutlined } from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useLanguage } from '../language.ts';
import { queryClient } from '../queries.ts';
import { themeFor } from '../theme.ts';

/** Language, text size and look for everything inside. */
export function Look({ textPx, children }: { textPx: number; children: ReactNode }): ReactElement {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.style.setProperty('--text', `${textPx}px`);
  }, [textPx]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        componentSize="small"
        theme={themeFor(textPx)}
        button={{ autoInsertSpace: false }}
        select={{ suffixIcon: <DownOutlined aria-hidden /> }}
      >
        {children}
      </ConfigProvider>
    </QueryClientProvider>
  );
}
